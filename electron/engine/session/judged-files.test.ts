import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type RecipeParts, recipeText } from '../testing/a-people-recipe.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder, writeFiles } from '../testing/temp-folder.ts';
import { today } from '../today.ts';

const PARTS: RecipeParts = {
  id: 'judged-people',
  sources: {
    people: {
      files: ['*.csv'],
      incremental: true,
      columns: {
        id: { type: 'id', required: true },
        seen_on: { type: 'date', most: 'as_of', header: 'Date' },
      },
    },
  },
};

async function anApp() {
  const { api, logged } = anEngine();
  const folder = tempFolder();
  const { files } = recipeText(PARTS);
  for (const name of files.keys()) mkdirSync(join(folder, dirname(name)), { recursive: true });
  writeFiles(folder, Object.fromEntries(files));
  const { workspace } = await api.workspaces.createFromFolder({ folder });
  const data = tempFolder();
  const add = async (name: string, text: string) => {
    writeFiles(data, { [name]: text });
    const [added] = await api.files.add({ workspace, files: [join(data, name)] });
    return added;
  };
  const accepted = async () => {
    const [source] = (await api.files.list({ workspace })).sources;
    return source?.accepted;
  };
  return { api, workspace, data, add, accepted, logged };
}

test('files are judged by today when they are loaded, and by the as-of date of a run when it runs', async () => {
  const { api, workspace, data, add, accepted, logged } = await anApp();
  await add('a.csv', lines('id,Date', '1,2026-01-10', `2,${today()}`, '3,9999-12-31'));
  expect(await accepted()).toBe(2);
  await api.runs.start({ workspace, asOf: today(), params: {} });
  await api.runs.start({ workspace, asOf: '2026-01-09', params: {} });
  expect(await accepted()).toBe(0);
  const facets = await api.quarantine.facets({ workspace, filter: { source: 'people' } });
  expect(facets).toMatchObject({ total: 3, columns: [{ value: 'seen_on', title: 'Date', records: 3 }] });
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({ kind: 'current' });
  const tried = await api.runs.whatIf({ workspace, run: 2, off: [], asOf: '2026-01-10' });
  expect(tried).toMatchObject({ delivered: 1, gained: 1 });
  expect(await accepted()).toBe(0);
  rmSync(join(data, 'a.csv'));
  await api.runs.start({ workspace, asOf: today(), params: {} });
  expect(await accepted()).toBe(2);
  await expect(api.runs.start({ workspace, asOf: '2026-01-09', params: {} })).rejects.toMatchObject({
    code: 'FAILURE',
    message: expect.stringContaining('a.csv has to be judged anew as of 2026-01-09, and is no longer at'),
  });
  await add('b.csv', lines('id,Date', '1,2026-01-10', `2,${today()}`, '3,9999-12-31'));
  await api.runs.start({ workspace, asOf: '9999-12-31', params: {} });
  expect(await accepted()).toBe(3);
  expect(logged).toEqual([]);
});

test('a file that adds nothing says under which name its content is loaded', async () => {
  const { add } = await anApp();
  const text = lines('id,Date', '1,2026-01-10');
  expect(await add('sales.csv', text)).toMatchObject({ outcome: 'loaded' });
  expect(await add('sales (1).csv', text)).toMatchObject({ outcome: 'unchanged', as: 'sales.csv' });
});
