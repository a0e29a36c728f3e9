import { expect, test } from 'vitest';
import { aKeptLoadedWorkspace, aKeptRun } from '../testing/a-kept-run.ts';
import { aPeopleRecipe, DELIVERY, PEOPLE_SOURCE } from '../testing/a-people-recipe.ts';
import { ViewStore } from './view-store.ts';

const RECIPE = aPeopleRecipe({
  sources: {
    ...PEOPLE_SOURCE,
    visits: { files: ['visits.csv'], columns: { visitor: { type: 'id', required: true } } },
  },
  tables: [
    {
      table: 'member',
      from: 'people',
      key: ['member'],
      latest: 'seen_on',
      sql: 'select record, id as member, seen_on from people',
    },
    {
      table: 'visitor',
      from: 'visits',
      key: ['visitor'],
      sql: 'select max(record) as record, visitor from visits group by visitor',
    },
    {
      table: 'person',
      key: ['id'],
      merges: [
        { table: 'member', on: ['member'] },
        { table: 'visitor', on: ['visitor'] },
      ],
      sql: 'select coalesce(member, visitor) as id, member, visitor from member full join visitor on visitor = member',
    },
  ],
  outputs: [DELIVERY],
});

async function aJoinedRun() {
  const files = { 'people.csv': 'id\n1\n2\n007\n', 'visits.csv': 'visitor\n2\n3\n3\n' };
  const workspace = await aKeptLoadedWorkspace(RECIPE, files);
  await aKeptRun(workspace, RECIPE);
  const views = new ViewStore(workspace.db, () => RECIPE);
  const alone = (table: string, of: string) => {
    const { view, rows } = views.open({ of: { kind: 'alone', run: 1, table, of } });
    const page = views.page(view, 0, 10).rows;
    return { rows, cells: page.map(({ cells }) => cells), keys: page.map(({ key }) => key) };
  };
  return alone;
}

test('the rows of a full join that one table alone has are as many as the run counted, and lead to their entities', async () => {
  const alone = await aJoinedRun();
  expect(alone('person', 'member')).toEqual({
    rows: 2,
    cells: [
      ['1', '1', null],
      ['007', '007', null],
    ],
    keys: [['1'], ['007']],
  });
  expect(alone('person', 'visitor')).toEqual({ rows: 1, cells: [['3', null, '3']], keys: [['3']] });
});

test('what is no full join, and a table that it does not join, is refused', async () => {
  const alone = await aJoinedRun();
  expect(() => alone('member', 'member')).toThrow('no full join member');
  expect(() => alone('person', 'people')).toThrow('The table person does not join people.');
});
