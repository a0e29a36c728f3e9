import { expect, onTestFinished, test } from 'vitest';
import { RPC_PROTOCOL } from '../contract/web.ts';
import { transportCases } from '../engine/testing/transport-cases.ts';
import { aWebServer, PAGE } from './testing/a-web-server.ts';
import { apiOf } from './testing/api-of.ts';
import { ask } from './testing/ask.ts';
import { connectTo } from './testing/connect.ts';
import { startWebServer } from './web-server.ts';

transportCases('a WebSocket', async (engine) => {
  const { server } = await aWebServer({ engine, logged: [] });
  const { api, socket } = await apiOf(server.url);
  return { api, close: () => socket.close() };
});

test('the page is served with a nonce of its own at each serving, and may load nothing from elsewhere', async () => {
  const { server } = await aWebServer();
  const [first, second] = [await ask(server.port, '/'), await ask(server.port, '/index.html')];
  const nonceOf = ({ body }: { body: string }) => /content="([^"]+)"/.exec(body)?.[1] ?? '';
  expect(nonceOf(first)).toMatch(/^[\w+/]{22}==$/);
  expect(nonceOf(second)).not.toBe(nonceOf(first));
  expect(first.body).toBe(PAGE.replace('__CSP_NONCE__', nonceOf(first)));
  expect(first.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonceOf(first)}'; img-src 'self' data: blob:; connect-src 'self' ws://127.0.0.1:${server.port}; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});

test('the files of the page are served by their names, to a HEAD without their content', async () => {
  const { server } = await aWebServer();
  const get = await ask(server.port, '/assets/index-B_x1.js');
  expect(get).toMatchObject({ status: 200, body: 'export const page = 1;\n' });
  expect(get.headers['content-type']).toBe('text/javascript; charset=utf-8');
  const head = await ask(server.port, '/assets/index-B_x1.js', { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.headers['content-length']).toBe('23');
});

test('the host listens to this machine only, by both of its names', async () => {
  const { server } = await aWebServer();
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#key=[\w-]{43}$/);
  for (const name of ['127.0.0.1', 'localhost']) {
    const host = `${name}:${server.port}`;
    expect((await ask(server.port, '/', { headers: { host } })).status).toBe(200);
    await connectTo(server, { host, origin: `http://${host}` });
  }
});

test('the host picks the protocol that does not say the key back', async () => {
  const { server } = await aWebServer();
  expect((await connectTo(server)).protocol).toBe(RPC_PROTOCOL);
});

test('each start has a key of its own', async () => {
  const [one, other] = [await aWebServer(), await aWebServer()];
  expect(one.server.key).not.toBe(other.server.key);
});

test('a ticket leads to the page with its key, once', async () => {
  const { server, origin } = await aWebServer();
  const ticket = server.ticketUrl();
  expect(ticket).not.toContain(server.key);
  const path = ticket.slice(origin.length);
  expect(await ask(server.port, path)).toMatchObject({
    status: 303,
    headers: { location: `/#key=${server.key}`, 'cache-control': 'no-store' },
  });
  expect((await ask(server.port, path)).status).toBe(404);
  expect((await ask(server.port, '/open/')).status).toBe(404);
});

test('a busy port is a failure that names it', async () => {
  const { server, engine, uploads, downloads } = await aWebServer();
  await expect(
    startWebServer({ engine, uploads, downloads, pageFolder: '' }, server.port),
  ).rejects.toMatchObject({
    name: 'Failure',
    message: `Port ${server.port} is used by another program.`,
    nextStep: 'Choose another, or none for a free one.',
  });
});

test('closing tells the pages, ends every connection and frees the port', async () => {
  const { server, engine, uploads, downloads } = await aWebServer();
  const socket = await connectTo(server);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await server.close();
  expect(await closed).toBe(1001);
  const again = await startWebServer({ engine, uploads, downloads, pageFolder: '' }, server.port);
  onTestFinished(() => again.close());
  expect(again.port).toBe(server.port);
});
