import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { KEY_HEADER, UPLOAD_PATH } from '../contract/web.ts';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { aWebServer } from './testing/a-web-server.ts';
import { ask } from './testing/ask.ts';
import { Uploads } from './uploads.ts';

const MB = 1024 * 1024;

async function aSender() {
  const under = await aWebServer();
  const headers = { origin: under.origin, [KEY_HEADER]: under.server.key };
  const send = async (name: string, body: Readable | string) => {
    const path = `${UPLOAD_PATH}?name=${encodeURIComponent(name)}`;
    const answer = await ask(under.server.port, path, { method: 'POST', headers, body });

    return { status: answer.status, said: JSON.parse(answer.body) };
  };
  return { ...under, headers, send };
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((bytes, info) => bytes + (info.isFile() ? info.size : 0), 0);
}

test('a file that is sent is there under its handle, with its bytes and its name', async () => {
  const { send, uploads, uploadsFolder } = await aSender();
  const { status, said } = await send('Bookings für März.csv', 'id,név\n1,ő\n');
  expect(status).toBe(200);
  expect(said).toEqual({ file: expect.stringMatching(/^upload:[0-9a-f-]{36}$/) });
  const file = uploads.resolve(said.file);
  expect(file).toMatchObject({ name: 'Bookings für März.csv', own: true });
  expect(readFileSync(file.path, 'utf8')).toBe('id,név\n1,ő\n');
  // A later start finds it as well.
  expect(new Uploads(uploadsFolder).resolve(said.file)).toEqual(file);
});

test('nobody but the user may look at what was sent', async () => {
  const { send, uploads } = await aSender();
  const { path } = uploads.resolve((await send('a.csv', 'a')).said.file);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(statSync(dirname(path)).mode & 0o077).toBe(0);
});

test('names that are paths, or no names to a file system, stay within their folder', async () => {
  const { send, uploads, uploadsFolder } = await aSender();
  for (const name of [
    '../../evil.csv',
    '/etc/passwd',
    'C:\\a\\b.csv',
    '..',
    '.',
    '.name',
    'a\0b.csv',
    'con',
    'é'.repeat(500),
  ]) {
    const { status, said } = await send(name, name);
    expect([name, status]).toEqual([name, 200]);
    const file = uploads.resolve(said.file);
    expect(dirname(dirname(file.path))).toBe(uploadsFolder);
    expect(file.name).toBe(name);
    expect(readFileSync(file.path, 'utf8')).toBe(name);
  }
});

test('a hundred megabytes pass through, no faster than the disk takes them', async () => {
  const { send, uploads, uploadsFolder } = await aSender();
  const chunk = Buffer.alloc(MB / 4, 'x');
  let most = 0;
  const body = Readable.from(
    (function* () {
      for (let sent = 0; sent < 100 * MB; sent += chunk.length) {
        most = Math.max(most, sent - bytesIn(uploadsFolder));
        yield chunk;
      }
    })(),
  );
  const { said } = await send('large.csv', body);
  expect(statSync(uploads.resolve(said.file).path).size).toBe(100 * MB);
  expect(most).toBeLessThan(32 * MB);
  expect(readdirSync(uploadsFolder)).toHaveLength(1);
});

test('an upload that is broken off leaves nothing behind, and no fault', async () => {
  const { server, headers, uploadsFolder, logged } = await aSender();
  const path = `${UPLOAD_PATH}?name=a.csv`;
  const sending = request({
    host: '127.0.0.1',
    port: server.port,
    path,
    method: 'POST',
    headers,
    agent: false,
  });
  sending.on('error', () => {});
  sending.write(Buffer.alloc(MB));
  await vi.waitFor(() => expect(readdirSync(uploadsFolder)).toHaveLength(1));
  sending.destroy();
  await vi.waitFor(() => expect(readdirSync(uploadsFolder)).toEqual([]));
  expect(logged).toEqual([]);
});

test('what the disk refuses is said to the page, after all of the file was taken', async () => {
  const { send, uploadsFolder, logged } = await aSender();
  // Where the folder should be stands a file.
  writeFileSync(uploadsFolder, '');
  const { status, said } = await send('a.csv', Readable.from([Buffer.alloc(5 * MB)]));
  expect(status).toBe(507);
  expect(said).toEqual({
    message: 'a.csv could not be taken over: a part of the path is a file, not a folder.',
    nextStep: 'Check the path.',
  });
  expect(logged).toEqual([]);
});

test('handles of no upload are refused, whatever they name', async () => {
  const uploads = new Uploads(tempFolder());
  for (const handle of [
    'upload:',
    'upload:..',
    '/etc/passwd',
    `upload:${'0'.repeat(36)}`,
    'sample:a/b.csv',
  ]) {
    expect(() => uploads.resolve(handle)).toThrow('The file is no longer with Muster.');
  }
});

test('what is old and in no use goes, the rest stays', async () => {
  const { send, uploads, uploadsFolder } = await aSender();
  const [old, used, fresh] = [
    (await send('old.csv', '')).said.file,
    (await send('used.csv', '')).said.file,
    (await send('fresh.csv', '')).said.file,
  ];
  for (const file of [old, used]) utimesSync(dirname(uploads.resolve(file).path), 1000, 1000);
  uploads.clean(2_000_000, [uploads.resolve(used).path]);
  expect(() => uploads.resolve(old)).toThrow();
  expect(readdirSync(uploadsFolder)).toHaveLength(2);
  expect(uploads.resolve(used).name).toBe('used.csv');
  expect(uploads.resolve(fresh).path).toContain(join(uploadsFolder, fresh.slice('upload:'.length)));
});

test('cleaning where nothing was ever sent is no fault', () => {
  new Uploads(join(tempFolder(), 'none')).clean(Date.now(), []);
});
