import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { queryTables } from '../queries/query-tables.ts';
import { readyQuery } from '../queries/ready-query.ts';
import { resultsOf } from '../queries/result-store.ts';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openScratch } from '../workspace/database.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';
import { exposeLookups } from './expose-lookups.ts';

const NAMES = { rows: { column: 'score', title: 'Score' }, columns: { column: 'team', title: 'Team' } };

function aGrid(rows: readonly (number | string)[], columns: readonly string[], cells: string[][]) {
  return {
    lookup: 'level_grid',
    title: 'Level by score and team',
    grid: { rows: { ...NAMES.rows, values: rows }, columns: { ...NAMES.columns, values: columns } },
    value: { column: 'level', title: 'Level' },
    cells,
  };
}

const RECIPE = aPeopleRecipe({
  lookups: [
    aGrid(
      [2, 1],
      ['red', 'blue'],
      [
        ['high', 'low'],
        ['low', "it's"],
      ],
    ),
  ],
  outputs: [
    {
      ...DELIVERY,
      sql: 'select id, level from survivor join person using (id) join level_grid using (score, team) order by id',
    },
  ],
});

const PEOPLE = lines('id,seen_on,score,team,spend', '1,,2,red,', '2,,1,red,', '3,,1,blue,');

test('queries of a run join to a lookup, whose whole numbers meet integers and whose texts meet texts', async () => {
  const { written } = await aRun(RECIPE, { 'people.csv': PEOPLE });
  expect(written['delivery.csv']).toBe(lines('id,level', '1,high', '2,low', "3,it's"));
});

test("a user's query sees the lookup of the last run, nothing of which is stored", async () => {
  const path = join(tempFolder(), 'w.muster');
  await aRun(RECIPE, { 'people.csv': PEOPLE }, { workspace: path });
  const db = openWorkspaceForReading(path);
  onTestFinished(() => {
    db.close();
  });
  // As it was at the run, whatever the recipe says by now.
  const now = aPeopleRecipe({ lookups: [aGrid([2], ['red'], [['changed']])] });
  const { view } = resultsOf(db).keep(
    readyQuery(db, now, { sql: 'select level, sum(score) from level_grid group by level order by 1' }),
    RECIPE.key,
  );
  expect(
    resultsOf(db)
      .page(view, 0, 9)
      .rows.map(({ cells }) => cells),
  ).toEqual([
    ['high', '2'],
    ["it's", '1'],
    ['low', '3'],
  ]);
  expect(queryTables(db, now).find(({ kind }) => kind === 'lookup')).toEqual({
    name: 'level_grid',
    kind: 'lookup',
    description: 'Level by score and team',
    columns: [
      { name: 'score', description: 'Score' },
      { name: 'team', description: 'Team' },
      { name: 'level', description: 'Level' },
    ],
  });
  const stored = db.prepare("select name from main.sqlite_schema where name glob '*level*'").all();
  expect(stored).toEqual([]);
});

test('a grid of 50 by 50 is one table of 2,500 rows', () => {
  const values = Array.from({ length: 50 }, (_, index) => `v${index}`);
  const recipe = aPeopleRecipe({
    lookups: [
      aGrid(
        values,
        values,
        values.map(() => values),
      ),
    ],
  });
  const db = openScratch();
  exposeLookups(db, recipe);
  expect(db.prepare("select count(*) from level_grid where level = 'v7'").pluck().get()).toBe(50);
  expect(db.prepare('select count(*) from level_grid').pluck().get()).toBe(2500);
  db.close();
});
