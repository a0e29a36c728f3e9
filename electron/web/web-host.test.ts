import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { KEY_FRAGMENT, KEY_HEADER, UPLOAD_PATH } from '../contract/web.ts';
import { SAMPLES_FOLDER } from '../engine/paths.ts';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { openWorkspace } from '../engine/workspace/workspace.ts';
import { placesIn } from './places.ts';
import { apiOf } from './testing/api-of.ts';
import { ask } from './testing/ask.ts';
import { startWebHost } from './web-host.ts';

async function aWebHost(folder = tempFolder()) {
  const host = await startWebHost(placesIn(folder), tempFolder(), 0);
  onTestFinished(() => host.close());
  const { origin, port: portText, hash } = new URL(host.url);
  const port = Number(portText);
  const key = hash.slice(`#${KEY_FRAGMENT}=`.length);
  const { api } = await apiOf(host.url);
  const upload = async (name: string, content: Buffer | string) => {
    const headers = { origin, [KEY_HEADER]: key };
    const path = `${UPLOAD_PATH}?name=${encodeURIComponent(name)}`;
    const answer = await ask(port, path, { method: 'POST', headers, body: Readable.from([content]) });
    return String(JSON.parse(answer.body).file);
  };
  return { host, folder, origin, api, upload };
}

const uploadsIn = (folder: string) => {
  const uploads = join(folder, '.muster-data', 'uploads');
  return existsSync(uploads) ? readdirSync(uploads) : [];
};

/** Makes all uploads as old as needs be to be cleaned away. */
function age(folder: string): void {
  const uploads = join(folder, '.muster-data', 'uploads');
  for (const id of uploadsIn(folder)) utimesSync(join(uploads, id), 1000, 1000);
}

test('workspaces are made in the folder, and all else of the host stands hidden in it', async () => {
  const { api, folder } = await aWebHost();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  expect(dirname(workspace)).toBe(folder);
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).not.toEqual([]);
  expect(existsSync(join(folder, '.muster-data', 'recents.json'))).toBe(true);
});

test('a workspace travels: saved as a download and sent again, it opens as a copy', async () => {
  const { api, origin, upload, folder } = await aWebHost();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience', name: 'March' });
  const saved = await api.workspaces.saveCopy({ workspace, target: 'download:April.muster' });
  if (saved.kind !== 'download') throw new Error('Not a download.');
  const fetched = await fetch(origin + saved.url);
  const file = await upload(saved.name, Buffer.from(await fetched.arrayBuffer()));
  expect(await api.workspaces.openFile({ file })).toEqual({ workspace: join(folder, 'April.muster') });
  expect((await api.workspaces.overview({ workspace: join(folder, 'April.muster') })).name).toBe('April');
});

test('files that are no workspace, or not of the host, are refused', async () => {
  const { api, upload, folder } = await aWebHost();
  const file = await upload('No workspace.muster', Buffer.from('nothing'));
  await expect(api.workspaces.openFile({ file })).rejects.toMatchObject({ code: 'FAILURE' });
  await expect(api.workspaces.openFile({ file: '/etc/passwd' })).rejects.toMatchObject({ code: 'FAILURE' });
  expect(readdirSync(folder).filter((name) => name.endsWith('.muster'))).toEqual([]);
});

test('closed, the host leaves each workspace as one file, and no results', async () => {
  const { host, api, folder } = await aWebHost();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience', name: 'March' });
  await api.workspaces.saveCopy({ workspace, target: 'download:copy.muster' });
  await host.close();
  expect(readdirSync(folder).toSorted()).toEqual(['.muster-data', 'March.muster']);
  expect(readdirSync(join(folder, '.muster-data', 'downloads'))).toEqual([]);
});

test('the next start removes old uploads that no workspace refers to, and no others', async () => {
  const { host, upload, folder } = await aWebHost();
  const [used, waiting] = [await upload('used.csv', 'a'), await upload('waiting.csv', 'a')];
  await upload('forgotten.csv', 'a');
  await host.close();
  const pathOf = (file: string, name: string) =>
    join(folder, '.muster-data', 'uploads', file.slice('upload:'.length), name);
  const { db, close } = openWorkspace(join(folder, 'March.muster'));
  db.exec(
    `insert into waiting_file (file, path, name, bytes, needs, problem, next_step)
     values ('${used}', '${pathOf(used, 'used.csv')}', '', 1, 'file', '', ''),
            ('${waiting}', '${pathOf(waiting, 'waiting.csv')}', '', 1, 'file', '', '')`,
  );
  close();
  // So young they all stay.
  await (await aWebHost(folder)).host.close();
  expect(uploadsIn(folder)).toHaveLength(3);
  age(folder);
  await aWebHost(folder);
  expect(uploadsIn(folder).toSorted()).toEqual([used, waiting].map((file) => file.slice(7)).toSorted());
});

test('nothing is removed while a workspace cannot be asked what it refers to', async () => {
  const { host, upload, folder } = await aWebHost();
  await upload('a.csv', 'a');
  await host.close();
  age(folder);
  writeFileSync(join(folder, 'broken.muster'), 'SQLite format 3\0 and then nothing that is one');
  await aWebHost(folder);
  expect(uploadsIn(folder)).toHaveLength(1);
});

test('sample files need no upload', async () => {
  const { api } = await aWebHost();
  const { files } = await api.workspaces.createSample({ recipe: 'eligible-audience' });
  expect(readdirSync(join(SAMPLES_FOLDER, 'eligible-audience'))).toEqual(
    expect.arrayContaining(files.map(({ name }) => name)),
  );
});
