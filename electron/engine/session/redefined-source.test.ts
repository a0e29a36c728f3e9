import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { recipeText } from '../testing/a-people-recipe.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const AS_OF = '2026-11-20';
const SOURCE = {
  files: ['people.csv', 'people*.csv'],
  columns: {
    id: { type: 'id', required: true },
    seen_on: { type: 'date' },
    age: { type: 'integer' },
  },
};

function writeRecipe(folder: string, source: object): void {
  const { files } = recipeText({ id: 'own-people', sources: { people: source } });
  for (const [name, content] of files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

test('after its source was described anew a workspace says so everywhere, and works once the file is added again', async () => {
  const { api, engine, logged } = anEngine();
  const folder = tempFolder();
  writeRecipe(folder, SOURCE);
  const file = join(
    tempFolder({ 'people.csv': lines('id,seen_on,age,town', '1,2026-01-01,4,Ulm', '2,soon,5,Bonn') }),
    'people.csv',
  );
  const { workspace } = await api.workspaces.createFromFolder({ folder });
  await api.files.add({ workspace, files: [file] });
  await api.runs.start({ workspace, asOf: AS_OF, params: {} });
  await engine.close();
  writeRecipe(folder, { ...SOURCE, columns: { ...SOURCE.columns, town: { type: 'text' } } });

  const blocked = 'The recipe describes people in another way by now: add its files again.';
  const { run } = await api.workspaces.overview({ workspace });
  expect(run).toMatchObject({ kind: 'outdated', blockers: [blocked] });
  expect((await api.files.list({ workspace })).sources).toMatchObject([{ read: 2, rejected: 1 }]);
  const quarantine = { kind: 'quarantine', filter: { source: 'people' } } as const;
  const { view } = await api.views.open({ workspace, of: quarantine });
  const [found] = (await api.views.page({ workspace, view, from: 0, count: 5 })).rows;
  const record = found?.id ?? '';
  expect(await api.quarantine.record({ workspace, record })).toMatchObject({ line: 3 });
  expect(await api.quarantine.facets({ workspace, filter: {} })).toMatchObject({ total: 1 });
  expect(await api.explain.find({ workspace, text: 'nobody', most: 5 })).toEqual([]);
  expect(await api.explain.story({ workspace, key: ['1'] })).toMatchObject({
    outcome: { kind: 'delivered' },
  });
  expect(await api.queries.run({ workspace, sql: 'select * from people' })).toMatchObject({ rows: 1 });
  const refused = { code: 'FAILURE', message: expect.stringContaining('describes people in another way') };
  const correction = { workspace, record, column: 'seen_on', text: '2026-02-01', all: false };
  for (const call of [
    () => api.runs.start({ workspace, asOf: AS_OF, params: {} }),
    () => api.quarantine.correct(correction),
    () => api.views.open({ workspace, of: { kind: 'source', source: 'people' } }),
    () => api.files.profile({ workspace, source: 'people' }),
  ]) {
    await expect(call()).rejects.toMatchObject(refused);
  }
  const target = join(tempFolder(), 'for supplier.csv');
  const supplier = { workspace, source: 'people', filter: {}, target };
  expect(await api.quarantine.exportForSupplier(supplier)).toMatchObject({ rows: 1 });

  expect(await api.files.add({ workspace, files: [file] })).toMatchObject([{ outcome: 'loaded' }]);
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({ blockers: [] });
  expect(await api.quarantine.correct(correction)).toMatchObject({ accepted: 1 });
  expect(await api.runs.start({ workspace, asOf: AS_OF, params: {} })).toMatchObject({ balanced: true });
  expect(logged).toEqual([]);
});
