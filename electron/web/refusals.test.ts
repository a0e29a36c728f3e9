import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { KEY_HEADER, KEY_PROTOCOL_PREFIX, RPC_PROTOCOL } from '../contract/web.ts';
import { newKey } from './key.ts';
import { aWebServer } from './testing/a-web-server.ts';
import { ask } from './testing/ask.ts';
import { connectTo } from './testing/connect.ts';

const FOREIGN_HOSTS = [
  'evil.example',
  '127.0.0.1',
  'localhost',
  '127.0.0.1:1',
  '127.0.0.2:PORT',
  '[::1]:PORT',
  'localhost.:PORT',
  'evil.example:PORT',
];

const FOREIGN_ORIGINS = [
  'http://evil.example',
  'null',
  'http://127.0.0.1',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1:1',
  // The host's other name is another origin: a page of it is not the page that was asked for.
  'http://localhost:PORT',
  'http://127.0.0.1:PORT.evil.example',
];

test.for(FOREIGN_HOSTS)('the host name %s is refused everywhere', async (name) => {
  const { server, uploadsFolder } = await aWebServer();
  const host = name.replace('PORT', String(server.port));
  expect((await ask(server.port, '/', { headers: { host } })).status).toBe(403);
  const headers = { host, origin: `http://${host}`, [KEY_HEADER]: server.key };
  expect((await ask(server.port, '/upload?name=a', { method: 'POST', headers, body: 'a' })).status).toBe(403);
  expect(existsSync(uploadsFolder)).toBe(false);
  await expect(connectTo(server, { host, origin: `http://${host}` })).rejects.toThrow('403');
});

test.for(FOREIGN_ORIGINS)('a page of the origin %s is refused everywhere', async (name) => {
  const { server, uploadsFolder } = await aWebServer();
  const origin = name.replace('PORT', String(server.port));
  expect((await ask(server.port, '/', { headers: { origin } })).status).toBe(403);
  const headers = { origin, [KEY_HEADER]: server.key };
  expect((await ask(server.port, '/upload?name=a', { method: 'POST', headers, body: 'a' })).status).toBe(403);
  expect(existsSync(uploadsFolder)).toBe(false);
  await expect(connectTo(server, { origin })).rejects.toThrow('403');
});

test('nobody is let in who does not say where they come from', async () => {
  const { server } = await aWebServer();
  const headers = { [KEY_HEADER]: server.key };
  expect((await ask(server.port, '/upload?name=a', { method: 'POST', headers, body: 'a' })).status).toBe(403);
  await expect(connectTo(server, { origin: '' })).rejects.toThrow('403');
});

test('a missing or wrong key is refused', async () => {
  const { server, origin } = await aWebServer();
  for (const key of [undefined, '', newKey(), server.key.slice(0, -1), `${server.key}a`]) {
    const headers = { origin, ...(key !== undefined && { [KEY_HEADER]: key }) };
    const answer = await ask(server.port, '/upload?name=a', { method: 'POST', headers, body: 'a' });
    expect(answer).toMatchObject({ status: 403, body: '' });
    const protocols = key === undefined ? [RPC_PROTOCOL] : [RPC_PROTOCOL, KEY_PROTOCOL_PREFIX + key];
    await expect(connectTo(server, { protocols })).rejects.toThrow('403');
  }
});

test('paths never leave the folder of the page', async () => {
  const { server } = await aWebServer();
  const paths = [
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/assets/..%2f..%2fsecret.json',
    '//secret.json',
    '/.hidden.json',
    '/%00.json',
    '/index.html%00.json',
    '/index.html/',
    '/assets',
    '/assets/',
    '/%',
    'http://evil.example/secret.json',
  ];
  for (const path of paths) {
    const { status, body } = await ask(server.port, path);
    expect([path, status === 404 || status === 400, body]).toEqual([path, true, '']);
  }
});

test('other methods and paths are refused', async () => {
  const { server, origin } = await aWebServer();
  const headers = { origin, [KEY_HEADER]: server.key };
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'POST', 'TRACE']) {
    expect((await ask(server.port, '/', { method, headers })).status).toBe(405);
  }
  expect((await ask(server.port, '/upload?name=a', { headers })).status).toBe(404);
  expect((await ask(server.port, '/upload', { method: 'POST', headers, body: 'a' })).status).toBe(400);
  expect((await ask(server.port, '/download/x/y')).status).toBe(404);
  await expect(connectTo(server, { path: '/other' })).rejects.toThrow('404');
});

test('a message that is too large ends its connection, and no other', async () => {
  const { server } = await aWebServer();
  const [large, other] = [await connectTo(server), await connectTo(server)];
  large.send(Buffer.alloc(16 * 1024 * 1024 + 1));
  const [code] = await once(large, 'close');
  expect(code).toBe(1009);
  expect(other.readyState).toBe(other.OPEN);
});

test('more windows than anybody looks at are refused, until one is closed', async () => {
  const { server } = await aWebServer();
  const sockets = await Promise.all(Array.from({ length: 32 }, () => connectTo(server)));
  await expect(connectTo(server)).rejects.toThrow('503');
  sockets[0]?.close();
  await vi.waitFor(() => connectTo(server));
});

test('connections beyond all need are closed at once', async () => {
  const { server } = await aWebServer();
  const open = async (): Promise<Socket> => {
    const socket = connect(server.port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  await Promise.all(Array.from({ length: 100 }, open));
  // A browser's next request is one too many; nothing is said to it.
  await expect(ask(server.port, '/')).rejects.toThrow(/socket hang up|ECONNRESET/);
});
