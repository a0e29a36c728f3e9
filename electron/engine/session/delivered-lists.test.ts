import { expect, test } from 'vitest';
import { aNewWorkspace } from '../testing/a-new-workspace.ts';
import { AS_OF } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';

const part = (file: string, where: string) =>
  ({
    file,
    delivers: true,
    sql: `select id, score from survivor join person using (id) where ${where} order by id`,
    columns: { id: { written: false }, score: { type: 'integer' } },
  }) as const;

const FILES = { 'people.csv': lines('id,score', '1,1000', '2,5000', '3,9000') };

async function detailOf(outputs: readonly ReturnType<typeof part>[]) {
  const { api, workspace } = await aNewWorkspace({ outputs }, FILES);
  await api.runs.start({ workspace, asOf: AS_OF, params: {} });
  return { api, workspace, detail: await api.runs.get({ workspace, run: 1 }) };
}

test('lists that share the delivery have each its own rows, which add up to what is delivered', async () => {
  const { detail } = await detailOf([part('low.csv', 'score < 4000'), part('high.csv', 'score >= 4000')]);
  expect(detail).toMatchObject({
    delivered: 3,
    deliveries: [
      { output: 'low', rows: 1 },
      { output: 'high', rows: 2 },
    ],
  });
});

test('a single list has what is delivered', async () => {
  const { detail } = await detailOf([part('all.csv', 'true')]);
  expect(detail.deliveries).toEqual([{ output: 'all', rows: 3 }]);
});

test('a typed column is of its kind in the list, and one that is in no file is shown there and can be exported', async () => {
  const { api, workspace } = await detailOf([part('all.csv', 'true')]);
  const { recipe } = await api.workspaces.overview({ workspace });
  expect(recipe.outputs[0]?.columns).toMatchObject([
    { name: 'id', kind: 'plain', written: false },
    { name: 'score', kind: 'integer', written: true },
  ]);
  const view = await api.views.open({ workspace, of: { kind: 'output', run: 1, output: 'all' } });
  expect(view.columns.map(({ name, kind }) => [name, kind])).toEqual([
    ['id', 'id'],
    ['score', 'integer'],
  ]);
  const asked = { workspace, run: 1, output: 'all', format: 'csv', columns: [{ name: 'id', hashed: false }] };
  expect(await api.exports.preview({ ...asked, format: 'csv' })).toEqual({
    rows: 3,
    first: [['1'], ['2'], ['3']],
  });
});
