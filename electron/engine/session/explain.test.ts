import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aKeptLoadedWorkspace } from '../testing/a-kept-run.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { claimForRecipe } from '../workspace/claim.ts';

const RECIPE = aPeopleRecipe({
  tables: [
    {
      table: 'person',
      from: 'people',
      key: ['id'],
      latest: 'seen_on',
      sql: "select * from people where team is not 'none'",
    },
  ],
});
const PEOPLE = lines('id,team', '12,red', '13,blue', '99,none');

test('a text is looked for in the population, and in the files where it is not there; the story is that of the key', async () => {
  const { api, folder } = anEngine();
  const path = join(folder, 'w.muster');
  await aRun(RECIPE, { 'people.csv': PEOPLE }, { workspace: path });
  const { workspace } = await api.workspaces.open({ path });
  const find = (text: string) => api.explain.find({ workspace, text, most: 5 });
  expect(await find('1')).toMatchObject([{ key: ['12'], outcome: 'delivered' }, { key: ['13'] }]);
  expect(await find('non')).toMatchObject([
    { key: ['99'], column: 'team', outcome: 'not in the population' },
  ]);
  expect(await find(' ')).toEqual([]);
  expect(await api.explain.story({ workspace, key: ['12'] })).toMatchObject({
    outcome: { kind: 'delivered' },
  });
  await expect(api.explain.story({ workspace, key: ['77'] })).rejects.toThrow(
    'No file has anything of person 77.',
  );
});

test('before any run candidates come from the files, and a story says that there is none yet', async () => {
  const kept = await aKeptLoadedWorkspace(RECIPE, { 'people.csv': PEOPLE });
  claimForRecipe(kept, RECIPE);
  const { api } = anEngine();
  const { workspace } = await api.workspaces.open({ path: kept.path });
  expect(await api.explain.find({ workspace, text: '12', most: 5 })).toMatchObject([
    { key: ['12'], outcome: 'no run yet' },
  ]);
  await expect(api.explain.story({ workspace, key: ['12'] })).rejects.toMatchObject({
    message: 'w has no run yet, so there is no story to tell.',
    data: { nextStep: 'Press Run first.' },
  });
});

test('charts are drawn on the reading thread, those over runs at once; their records are a view', async () => {
  const { api, folder } = anEngine();
  const recipe = aPeopleRecipe({
    rules: [{ stage: 'gone', sql: "select id, 'gone' as reason, null as detail from person where false" }],
    insights: [
      {
        insight: 'teams',
        title: 'Teams',
        chart: 'bar',
        sql: 'select team, count(*) as people from person group by team',
        x: { column: 'team', title: 'Team', format: 'text' },
        y: { column: 'people', title: 'People', format: 'number' },
        records: 'insights/of_team.sql',
      },
    ],
    files: { 'insights/of_team.sql': 'select id from person where team = :x' },
  });
  const path = join(folder, 'w.muster');
  await aRun(recipe, { 'people.csv': PEOPLE }, { workspace: path });
  const { workspace } = await api.workspaces.open({ path });
  const names = (await api.insights.list({ workspace })).map(({ insight }) => insight);
  expect(names).toEqual(['teams', 'reasons-over-runs', 'audience-over-runs']);
  const charts = await Promise.all(names.map((insight) => api.insights.get({ workspace, insight })));
  expect(charts.map(({ rows }) => rows.length)).toEqual([3, 1, 2]);
  const of = { kind: 'insight', insight: 'teams', values: { x: 'red' } } as const;
  const { view } = await api.views.open({ workspace, of });
  expect((await api.views.page({ workspace, view, from: 0, count: 5 })).rows).toEqual([
    { id: '1', cells: ['12'], key: ['12'] },
  ]);
});
