import { expect, test } from 'vitest';
import { aPeopleRecipe, PERSON_TABLE, type RecipeParts } from '../testing/a-people-recipe.ts';
import { aLoadedWorkspace, aRequest } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { buildTable, tableFigures } from './build-table.ts';
import { runTables } from './run-tables.ts';

const SNAPSHOTS = lines(
  'id,seen_on,score',
  '1,2026-01-02,10',
  '1,2026-01-03,11',
  '1,2026-01-03,12',
  '1,2026-01-01,13',
  '2,,20',
  '2,,21',
  '3,2026-01-01,30',
  '3,,31',
  '007,2026-01-01,70',
  '7,2026-01-01,71',
);

/** The rows and figures of the first table of a recipe. */
async function built(parts: RecipeParts, people = SNAPSHOTS) {
  const recipe = aPeopleRecipe(parts);
  const [step] = recipe.tables;
  if (step?.kind !== 'source') throw new Error('The recipe has no table of a source.');
  const db = await aLoadedWorkspace(recipe, { 'people.csv': people });
  const tables = runTables(1);
  buildTable(db, recipe, step, tables, aRequest(recipe).bindings);
  return {
    rows: db.prepare(`select id, score from ${step.table} order by id`).raw().all(),
    figures: tableFigures(db, step, tables),
  };
}

test('of the rows of a key the one with the latest value is kept, of equal ones the later record', async () => {
  const { rows } = await built({});
  expect(rows).toEqual([
    [1, 12],
    [2, 21],
    [3, 30],
    [7, 71],
    ['007', 70],
  ]);
});

test('the order in which the query returns its rows does not matter', async () => {
  const columns = 'record, id, seen_on, score';
  const { rows } = await built({});
  for (const order of ['record desc', 'score', 'score desc', 'seen_on desc, record desc']) {
    const sql = `select ${columns} from people order by ${order} limit 100`;
    expect((await built({ tables: [{ ...PERSON_TABLE, sql }] })).rows, order).toEqual(rows);
  }
});

test('a latest that is a number compares as a number, negative ones too, and an empty one is earlier', async () => {
  const people = lines('id,score', '1,9', '1,10', '2,-5', '2,', '3,', '3,-9007199254740991');
  const { rows } = await built({ tables: [{ ...PERSON_TABLE, latest: 'score' }] }, people);
  expect(rows).toEqual([
    [1, 10],
    [2, -5],
    [3, -9007199254740991],
  ]);
});

test('every record that is not kept counts as superseded, by record and not by subtraction', async () => {
  expect((await built({})).figures).toEqual({
    table: 'person',
    from: 'people',
    in: 10,
    out: 5,
    superseded: 5,
  });
  const sql = 'select record, id, seen_on, score from people where id = 1';
  expect((await built({ tables: [{ ...PERSON_TABLE, sql }] })).figures).toMatchObject({
    in: 10,
    out: 1,
    superseded: 9,
  });
});

test('a table whose rows stand for the same record does not add up, and its figures say so', async () => {
  const sql = 'select min(record) over () as record, id, seen_on, score from people';
  const { figures } = await built({ tables: [{ ...PERSON_TABLE, sql }] });
  expect(figures).toMatchObject({ in: 10, out: 5, superseded: 9 });
});

test('without latest, several rows of a key fail, naming the file, the table and the key', async () => {
  const table = { table: 'person', from: 'people', key: ['id'] };
  await expect(
    built({ tables: [{ ...table, sql: 'select record, id, score from people' }] }),
  ).rejects.toThrow('recipes/test-people/tables/person.sql: table person has several rows of one id.');
  await expect(built({ tables: [table] })).rejects.toThrow('table person has several rows of one id.');
});

test('without latest, a query of one row a key may sum up its records', async () => {
  const sql = 'select max(record) as record, id, sum(score) as score from people group by id';
  const { rows, figures } = await built({ tables: [{ table: 'person', from: 'people', key: ['id'], sql }] });
  expect(rows[0]).toEqual([1, 46]);
  expect(figures).toMatchObject({ in: 10, out: 5, superseded: 5 });
});

test('a row without its key or its record fails, naming the file', async () => {
  for (const columns of ['record, nullif(id, 2) as id', 'nullif(record, record) as record, id']) {
    const sql = `select ${columns}, seen_on, score from people`;
    await expect(built({ tables: [{ ...PERSON_TABLE, sql }] }), columns).rejects.toThrow(
      /^recipes\/test-people\/tables\/person\.sql: a row has no (?:id|record), which each must have\./,
    );
  }
});

test('a query that fails while it runs is named by its file', async () => {
  const sql = "select record, id, seen_on, json(team || 'x') as score from people";
  await expect(built({ tables: [{ ...PERSON_TABLE, sql }] }, lines('id,team', '1,{'))).rejects.toThrow(
    'recipes/test-people/tables/person.sql: malformed JSON.',
  );
});
