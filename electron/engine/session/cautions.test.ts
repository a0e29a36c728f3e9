import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trace } from '../explain/trace.ts';
import { aKeptLoadedWorkspace, aKeptRun } from '../testing/a-kept-run.ts';
import { aNewWorkspace } from '../testing/a-new-workspace.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { AS_OF } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const SENTENCE = 'Pairs are placeholders: nobody has verified them.';

const PARTS = {
  params: {
    identity: {
      ...{ type: 'text', title: 'Identity', default: 'map' },
      ...{ values: ['map', 'positional'], warns: { positional: SENTENCE } },
    },
  },
  rules: [
    { stage: 'low', sql: "select id, 'low' as reason, :identity as detail from person where score < 2" },
  ],
};

/** A workspace with a run by each way to pair. */
async function aWorkspaceOfBothWays() {
  const { api, workspace } = await aNewWorkspace(PARTS, { 'people.csv': lines('id,score', '1,1', '2,2') });
  for (const identity of ['map', 'positional']) {
    await api.runs.start({ workspace, asOf: AS_OF, params: { identity } });
  }
  return { api, workspace };
}

test('a run whose parameter warns carries the sentence wherever it is told of, and another run does not', async () => {
  const { api, workspace } = await aWorkspaceOfBothWays();
  const { run, recipe } = await api.workspaces.overview({ workspace });
  expect(run).toMatchObject({ run: 2, cautions: [SENTENCE] });
  expect(recipe.params).toMatchObject([{ values: ['map', 'positional'], warns: { positional: SENTENCE } }]);
  const cautions = (await api.runs.list({ workspace })).map((each) => [each.run, each.cautions]);
  expect(cautions).toEqual([
    [2, [SENTENCE]],
    [1, []],
  ]);
  expect(await api.runs.get({ workspace, run: 2 })).toMatchObject({
    cautions: [SENTENCE],
    reconciliation: { warnings: [SENTENCE] },
  });
  expect(await api.runs.compare({ workspace, from: 1, to: 2 })).toMatchObject({
    from: { cautions: [] },
    to: { cautions: [SENTENCE] },
  });
  expect(await api.explain.story({ workspace, key: ['1'] })).toMatchObject({ cautions: [SENTENCE] });
});

test('the receipt of an export says that its run is to be taken with care', async () => {
  const { api, workspace } = await aWorkspaceOfBothWays();
  for (const run of [1, 2]) {
    await api.exports.write({
      ...{ workspace, run, output: 'delivery', format: 'csv' },
      columns: [{ name: 'id', hashed: false }],
      target: join(tempFolder(), 'delivery.csv'),
    });
  }
  const receipts = await api.exports.list({ workspace });
  expect(receipts.map(({ run, cautions }) => [run, cautions])).toEqual([
    [2, [SENTENCE]],
    [1, []],
  ]);
});

test('a what-if warns by the values that are tried, told or tried out', async () => {
  const { api, workspace } = await aWorkspaceOfBothWays();
  const tried = async (run: number, off: readonly string[], identity?: string) => {
    const params = identity === undefined ? {} : { params: { identity } };
    return (await api.runs.whatIf({ workspace, run, off: [...off], ...params })).cautions;
  };
  expect(await tried(1, ['low'])).toEqual([]);
  expect(await tried(1, [], 'positional')).toEqual([SENTENCE]);
  expect(await tried(2, ['low'])).toEqual([SENTENCE]);
  expect(await tried(2, [], 'map')).toEqual([]);
});

test('a workspace that an earlier version wrote is traced as ever', async () => {
  const recipe = aPeopleRecipe();
  const workspace = await aKeptLoadedWorkspace(recipe, { 'people.csv': lines('id', '1') });
  await aKeptRun(workspace, recipe);
  workspace.db.exec(
    'alter table run drop column cautions; alter table run drop column history_out; drop table history_out',
  );
  const story = trace(workspace.db, workspace.path, ['1']);
  expect(story).toMatchObject({ outcome: { kind: 'delivered' } });
  expect(story).not.toHaveProperty('cautions');
});
