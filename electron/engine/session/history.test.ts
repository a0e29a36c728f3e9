import { expect, test } from 'vitest';
import { aNewWorkspace } from '../testing/a-new-workspace.ts';
import { DELIVERY } from '../testing/a-people-recipe.ts';
import { lines } from '../testing/file-texts.ts';

const PARTS = {
  history: [
    { table: 'earlier_day', output: 'master.csv', by: 'as_of', description: 'Who was there on a day.' },
    { table: 'earlier_run', output: 'master.csv', by: 'run' },
  ],
  outputs: [
    DELIVERY,
    { file: 'master.csv', sql: 'select id, score from person order by id' },
    {
      file: 'seen.csv',
      sql: "select 'day' as kept, run, count(*) as rows from earlier_day group by run union all select 'run', run, count(*) from earlier_run group by run order by 1, 2",
    },
  ],
};

const FIRST = '2026-11-18';
const SECOND = '2026-11-19';

/** A workspace of three runs, two of them as of one day. */
async function aWorkspaceOfThreeRuns() {
  const { api, workspace } = await aNewWorkspace(PARTS, { 'people.csv': lines('id,score', '1,5', '2,6') });
  const run = (asOf: string) => api.runs.start({ workspace, asOf, params: {} });
  for (const asOf of [SECOND, FIRST, SECOND]) await run(asOf);
  /** What the last run saw of earlier ones. */
  const seen = async () => {
    const { view } = await api.queries.run({
      workspace,
      sql: 'select kept, run, rows from seen order by 1, 2',
    });
    const { rows } = await api.views.page({ workspace, view, from: 0, count: 100 });
    return rows.map(({ cells }) => cells.join(' '));
  };
  return { api, workspace, run, seen };
}

test('what runs left for later ones is listed by day and run', async () => {
  const { api, workspace } = await aWorkspaceOfThreeRuns();
  expect(await api.runs.history({ workspace })).toEqual([
    {
      ...{ table: 'earlier_day', output: 'master', by: 'as_of' },
      snapshots: [
        { run: 2, asOf: FIRST, rows: 2, out: false },
        { run: 3, asOf: SECOND, rows: 2, out: false },
      ],
    },
    {
      ...{ table: 'earlier_run', output: 'master', by: 'run' },
      snapshots: [
        { run: 2, asOf: FIRST, rows: 2, out: false },
        { run: 1, asOf: SECOND, rows: 2, out: false },
        { run: 3, asOf: SECOND, rows: 2, out: false },
      ],
    },
  ]);
  const { recipe } = await api.workspaces.overview({ workspace });
  expect(recipe.history).toEqual([
    { table: 'earlier_day', description: 'Who was there on a day.' },
    { table: 'earlier_run', description: '' },
  ]);
});

test('before the first run a history keeps nothing', async () => {
  const { api, workspace } = await aNewWorkspace(PARTS, { 'people.csv': lines('id', '1') });
  const histories = await api.runs.history({ workspace });
  expect(histories.map(({ snapshots }) => snapshots)).toEqual([[], []]);
});

test('what is taken out is seen by no later run until it is put back, and nothing of it is lost', async () => {
  const { api, workspace, run, seen } = await aWorkspaceOfThreeRuns();
  const state = async () => (await api.workspaces.overview({ workspace })).run;
  const outOf = async (table: string) =>
    (await api.runs.history({ workspace }))
      .find((each) => each.table === table)
      ?.snapshots.filter(({ out }) => out)
      .map((each) => each.run);
  expect(await seen()).toEqual(['day 1 2', 'day 2 2', 'run 1 2', 'run 2 2']);

  await api.runs.switchSnapshot({ workspace, table: 'earlier_day', run: 2, out: true });
  await api.runs.switchSnapshot({ workspace, table: 'earlier_day', run: 2, out: true });
  expect([await outOf('earlier_day'), await outOf('earlier_run')]).toEqual([[2], []]);
  expect(await state()).toMatchObject({
    kind: 'outdated',
    differences: ['What run 2 left in earlier_day was taken out since.'],
  });
  await run('2026-11-20');
  expect(await seen()).toEqual(['day 3 2', 'run 1 2', 'run 2 2', 'run 3 2']);
  expect(await state()).toMatchObject({ kind: 'current', differences: [] });
  expect((await api.runs.compare({ workspace, from: 3, to: 4 })).causes).toContainEqual({
    kind: 'data',
    sentence: 'What run 2 left in earlier_day was taken out in between.',
  });

  await api.runs.switchSnapshot({ workspace, table: 'earlier_day', run: 2, out: false });
  expect(await state()).toMatchObject({
    kind: 'outdated',
    differences: ['What run 2 left in earlier_day was put back since.'],
  });
  await run('2026-11-20');
  expect(await seen()).toEqual(['day 2 2', 'day 3 2', 'day 4 2', ...[1, 2, 3, 4].map((of) => `run ${of} 2`)]);
});

test('rows of a run that the last one did not see may come and go without making it out of date', async () => {
  const { api, workspace } = await aWorkspaceOfThreeRuns();
  await api.runs.switchSnapshot({ workspace, table: 'earlier_run', run: 3, out: true });
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({ kind: 'current' });
});

test('what is no history of the recipe, and no run, is refused', async () => {
  const { api, workspace } = await aWorkspaceOfThreeRuns();
  const take = (table: string, run: number) => api.runs.switchSnapshot({ workspace, table, run, out: true });
  await expect(take('master', 1)).rejects.toThrow('keeps no history master.');
  await expect(take('earlier_run', 9)).rejects.toThrow('There is no run 9 in this workspace.');
});
