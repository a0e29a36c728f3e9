import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { OpenView } from '../../contract/views.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe, DELIVERY, PERSON_TABLE } from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag, Cancelled, guardReads } from '../workspace/cancel.ts';
import { openWorkspace, openWorkspaceForReading } from '../workspace/workspace.ts';
import { type QueryRequest, readyQuery } from './ready-query.ts';
import { resultsOf } from './result-store.ts';

const RECIPE = aPeopleRecipe({
  outputs: [
    {
      ...DELIVERY,
      sql: 'select id, spend, score > 2 as high from survivor join person using (id)',
      columns: { spend: { decimals: 2 }, high: { type: 'boolean' } },
    },
  ],
  tables: [
    PERSON_TABLE,
    {
      table: 'total',
      from: 'people',
      key: ['id'],
      sql: 'select max(record) as record, id, sum(spend) as spent from people group by id',
    },
  ],
  diagnostics: [
    {
      diagnostic: 'one',
      title: 'One',
      sql: 'select score from people where id = :who',
      params: { who: { type: 'id', title: 'Who' } },
    },
  ],
});

const PEOPLE = lines(
  'id,seen_on,score,team,spend',
  '1,2026-01-01,1,red,1.25',
  '1,2026-02-01,3,,10',
  '007,2026-01-01,x,red,1',
  '8,,2,blue,0.5',
);

/** A reading connection as its thread has it, over a workspace with a run. */
async function aReader() {
  const path = join(tempFolder(), 'w.muster');
  await aRun(RECIPE, { 'people.csv': PEOPLE }, { workspace: path });
  return reading(path);
}

function reading(path: string) {
  const db = openWorkspaceForReading(path);
  const cancel = new CancelFlag();
  guardReads(db, cancel);
  onTestFinished(() => {
    db.close();
  });
  const open = (request: string | QueryRequest): OpenView => {
    const asked = typeof request === 'string' ? { sql: request } : request;
    return resultsOf(db).keep(readyQuery(db, RECIPE, asked), RECIPE.key);
  };
  const cells = (request: string | QueryRequest) => {
    const { view } = open(request);
    return resultsOf(db)
      .page(view, 0, 1000)
      .rows.map((row) => row.cells);
  };
  return { db, cancel, open, cells };
}

test('decimals, days and truths are shown by the kind of the column that they come straight from', async () => {
  const { cells, open } = await aReader();
  expect(cells('select spend, seen_on, id from people order by record')).toEqual([
    ['1.25', '2026-01-01', '1'],
    ['10.00', '2026-02-01', '1'],
    ['0.50', null, '8'],
  ]);
  expect(cells('select spent from total order by id')).toEqual([['11.25'], ['0.50']]);
  expect(cells('select spend as x, high from delivery order by id')).toEqual([
    ['10.00', 'true'],
    ['0.50', 'false'],
  ]);
  expect(
    open('select spend as x, id, score, seen_on from person').columns.map(({ name, kind }) => [name, kind]),
  ).toEqual([
    ['x', 'decimal'],
    ['id', 'id'],
    ['score', 'integer'],
    ['seen_on', 'date'],
  ]);
});

test('sums, means and the like of decimals are decimals, by whatever name', async () => {
  const { cells, open } = await aReader();
  const sql =
    'select id, sum(spend), sum(people.spend) as revenue, avg(spend) as mean, max(score) as best from people group by id order by id';
  expect(cells(sql)).toEqual([
    ['1', '11.25', '11.25', '5.625', '3'],
    ['8', '0.50', '0.50', '0.50', '2'],
  ]);
  expect(open(sql).columns.map(({ kind }) => kind)).toEqual([
    'id',
    'decimal',
    'decimal',
    'decimal',
    'integer',
  ]);
});

test('what a query works out otherwise is shown as SQL has it', async () => {
  const { cells, open } = await aReader();
  const sql = "select sum(spend * 1), avg(score), 'a' || 1, null, x'0aff', count(*) from people";
  expect(cells(sql)).toEqual([['117500', '2', 'a1', null, "x'0aff'", '3']]);
  expect(open(sql).columns.map(({ kind }) => kind)).toEqual([
    'integer',
    'decimal',
    'text',
    'text',
    'text',
    'integer',
  ]);
});

test('columns may share a name, and large whole numbers stay exact', async () => {
  const { open, cells } = await aReader();
  const sql = 'select id, id, 9007199254740993 as id from people limit 1';
  expect(open(sql).columns.map(({ name, title }) => [name, title])).toEqual([
    ['id', 'id'],
    ['id:2', 'id'],
    ['id:3', 'id'],
  ]);
  expect(cells(sql)).toEqual([['1', '1', '9007199254740993']]);
});

test('rows stay in the order of the query, and a page is a part of them with the key of the entity', async () => {
  const { db, open } = await aReader();
  const { view, rows } = open('select id, score from people order by score desc; -- the best first');
  expect(rows).toBe(3);
  expect(resultsOf(db).page(view, 1, 5)).toEqual({
    from: 1,
    rows: [
      { id: '2', cells: ['8', '2'], key: ['8'] },
      { id: '3', cells: ['1', '1'], key: ['1'] },
    ],
  });
});

test('of more than 100,000 rows the first are kept, and it says so', async () => {
  const { db, open } = await aReader();
  const many = (most: number) =>
    `with recursive n (i) as (select 1 union all select i + 1 from n limit ${most}) select i from n`;
  expect(open(many(100_000))).not.toHaveProperty('cut');
  const { view, rows, cut } = open(many(100_001));
  expect([rows, cut]).toEqual([100_000, { of: null }]);
  expect(resultsOf(db).page(view, 99_999, 10).rows).toEqual([{ id: '100000', cells: ['100000'] }]);
});

test('five results are kept, and an older one says that it is gone', async () => {
  const { db, open } = await aReader();
  const views = [1, 2, 3, 4, 5, 6].map((each) => open(`select ${each}`).view);
  expect(failureOf(() => resultsOf(db).page(views[0] ?? '', 0, 1))).toBe(
    'This result is not there any more. Run the query again.',
  );
  expect(views.slice(1).map((view) => resultsOf(db).page(view, 0, 1).rows[0]?.cells)).toEqual([
    ['2'],
    ['3'],
    ['4'],
    ['5'],
    ['6'],
  ]);
  expect(db.prepare('select count(*) from sqlite_temp_schema where type = ?').pluck().get('table')).toBe(5);
});

test("a query binds the run's own values, and those of the diagnostic that it is", async () => {
  const { cells } = await aReader();
  expect(cells('select :as_of, month_of(:as_of)')).toEqual([[AS_OF, AS_OF.slice(0, 7)]]);
  const sql = 'select score, :as_of from people where id = :who order by 1';
  expect(cells({ sql, diagnostic: 'one', params: { who: '1' } })).toEqual([
    ['1', AS_OF],
    ['3', AS_OF],
  ]);
  expect(failureOf(() => cells({ sql, diagnostic: 'one' }))).toContain('needs the parameter "who" (Who)');
  expect(failureOf(() => cells({ sql, diagnostic: 'two' }))).toBe(
    'The recipe has no diagnostic two. Choose another.',
  );
});

test.each([
  [
    'select\n  scor\nfrom people',
    'Line 2: there is no column "scor"; columns here: record, id, seen_on, score, team, spend. Did you mean "score"?',
  ],
  [
    'select 1\nfrom peple',
    'Line 2: there is no table "peple" here; tables: people, person, total, population, survivor, verdict, ledger, delivery, quarantined_people, loaded, rejected_code, source_load, import, quarantine, fault, rejected. Did you mean "people"?',
  ],
  ['select 1 +', 'Line 1: the query ends before it is complete. Is a parenthesis open, or a part missing?'],
  ['select is_email(1, 2)', 'Line 1: is_email has 2 of 1 arguments. Write is_email(text).'],
  [
    'select sum(x) from (select 9223372036854775807 as x union all select 1)',
    'The query failed while it ran: integer overflow. Correct the query.',
  ],
])('%j fails with its line', async (sql, expected) => {
  const { open } = await aReader();
  expect(failureOf(() => open(sql))).toBe(expected);
});

test('all that a run wrote can be read, and nothing can be written', async () => {
  const { cells, open } = await aReader();
  const tables = [
    'people',
    'person',
    'total',
    'population',
    'survivor',
    'verdict',
    'ledger',
    'delivery',
    'import',
    'quarantine',
    'fault',
    'rejected',
  ];
  expect(tables.map((table) => [table, cells(`select count(*) from ${table}`)[0]?.[0]])).toEqual([
    ['people', '3'],
    ['person', '2'],
    ['total', '2'],
    ['population', '2'],
    ['survivor', '2'],
    ['verdict', '0'],
    ['ledger', '2'],
    ['delivery', '2'],
    ['import', '1'],
    ['quarantine', '1'],
    ['fault', '1'],
    ['rejected', '1'],
  ]);
  expect(() => open('with x as (select 1) update import set read = 0')).toThrow('changes data');
});

test('before any run the sources can be read, and what a run makes says so', () => {
  const path = join(tempFolder(), 'w.muster');
  const workspace = openWorkspace(path);
  workspace.db.exec(
    "insert into workspace (only_row, recipe) values (1, 'x'); create table source_people (record integer primary key, id any) strict",
  );
  workspace.close();
  const { cells, open } = reading(path);
  expect(cells('select count(*) from people')).toEqual([['0']]);
  expect(failureOf(() => open('select * from person'))).toContain(
    'there is no table "person" here (the first run makes it)',
  );
  expect(failureOf(() => open('select :as_of'))).toBe(
    'Line 1: the parameter :as_of is unknown; there are: none. Press Run first: a run gives the parameters their values.',
  );
});

test('a query stops where it reads a table once it is asked to, and leaves nothing', async () => {
  const { db, cancel, open } = await aReader();
  cancel.raise();
  expect(() => open('select * from people')).toThrow(Cancelled);
  cancel.lower();
  expect(db.prepare("select name from sqlite_temp_schema where type = 'table'").all()).toEqual([]);
  expect(open('select * from people').rows).toBe(3);
});
