import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Saved } from '../contract/calls.ts';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { Downloads } from './downloads.ts';
import { aWebServer } from './testing/a-web-server.ts';
import { ask } from './testing/ask.ts';

function urlOf(saved: Saved): string {
  if (saved.kind !== 'download') throw new Error('Not a download.');
  return saved.url;
}

test('a written file can be fetched once, under its name, and is gone afterwards', async () => {
  const { server, downloads } = await aWebServer();
  const { path, saved } = downloads.resolve('download:Gäste "März" (1).csv');
  writeFileSync(path, 'a,b\n');
  const done = saved();
  expect(done).toMatchObject({ kind: 'download', name: 'Gäste _März_ (1).csv' });
  const answer = await ask(server.port, urlOf(done));
  expect(answer).toMatchObject({ status: 200, body: 'a,b\n' });
  expect(answer.headers).toMatchObject({
    'content-disposition':
      'attachment; filename="G_ste _M_rz_ (1).csv"; filename*=UTF-8\'\'G%C3%A4ste%20_M%C3%A4rz_%20%281%29.csv',
    'content-type': 'application/octet-stream',
    'content-length': '4',
    'x-content-type-options': 'nosniff',
  });
  expect((await ask(server.port, urlOf(done))).status).toBe(404);
  await vi.waitFor(() => expect(existsSync(dirname(path))).toBe(false));
});

test('nothing can be fetched before it is written', async () => {
  const { server, downloads } = await aWebServer();
  const { path } = downloads.resolve('download:a.csv');
  writeFileSync(path, 'half');
  const token = dirname(path).split('/').at(-1);
  expect((await ask(server.port, `/download/${token}/a.csv`)).status).toBe(404);
});

test('a HEAD does not use a download up', async () => {
  const { server, downloads } = await aWebServer();
  const { path, saved } = downloads.resolve('download:a.csv');
  writeFileSync(path, 'a');
  const url = urlOf(saved());
  expect((await ask(server.port, url, { method: 'HEAD' })).status).toBe(404);
  expect((await ask(server.port, url)).body).toBe('a');
});

test('targets are private places, whatever name is suggested', () => {
  const root = tempFolder();
  const downloads = new Downloads(root);
  const { path } = downloads.resolve('download:../../evil.csv');
  expect(path.startsWith(root)).toBe(true);
  expect(path.endsWith('/evil.csv')).toBe(true);
  expect(statSync(dirname(path)).mode & 0o077).toBe(0);
  expect(() => downloads.resolve('/etc/evil.csv')).toThrow(
    'The browser cannot write to a place on the disk.',
  );
});

test('what nobody fetched goes with the host, and what a host left behind with a later one', () => {
  const root = tempFolder();
  const [crashed, running] = [new Downloads(root), new Downloads(root)];
  const left = crashed.resolve('download:a.csv').path;
  writeFileSync(left, 'a');
  utimesSync(dirname(dirname(left)), 1000, 1000);
  writeFileSync(running.resolve('download:b.csv').path, 'b');
  const next = new Downloads(join(root));
  next.clean(2_000_000);
  expect(existsSync(left)).toBe(false);
  expect(readdirSync(root)).toHaveLength(2);
  running.close();
  next.close();
  expect(readdirSync(root)).toEqual([]);
});
