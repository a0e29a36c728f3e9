import { expect, test } from 'vitest';
import { lex, significant } from '../recipe/sql-text.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { refuseSql } from './refuse-sql.ts';

const refuse = (sql: string) => refuseSql(significant(lex(sql)), ['as_of', 'member']);
const BEGINS = 'a query only reads, and begins with select, with or values. Write a select.';

test.each([
  ['', 'There is no query to run. Write a select.'],
  ['-- nothing\n', 'There is no query to run. Write a select.'],
  ["attach 'x.db' as x", `Line 1: the query begins with "attach"; ${BEGINS}`],
  ['\npragma user_version', `Line 2: the query begins with "pragma"; ${BEGINS}`],
  ["vacuum into 'x'", `Line 1: the query begins with "vacuum"; ${BEGINS}`],
  ['delete from import', `Line 1: the query begins with "delete"; ${BEGINS}`],
  ['select 1;\nselect 2', 'Line 2: a second statement begins here; one query is run at a time. Remove it.'],
  ['with x as (select 1)\ndelete from x', 'Line 2: delete changes data; a query only reads. Write a select.'],
  [
    'with x as (select 1) insert into y select 1',
    'Line 1: insert changes data; a query only reads. Write a select.',
  ],
  [
    "select load_extension('x')",
    'Line 1: load_extension is not for queries, which only read this workspace. Remove it.',
  ],
  [
    'select "readfile" (1)',
    'Line 1: "readfile" is not for queries, which only read this workspace. Remove it.',
  ],
  [
    'select WriteFile(1, 2)',
    'Line 1: WriteFile is not for queries, which only read this workspace. Remove it.',
  ],
  [
    'select *\nfrom pragma_table_info(1)',
    'Line 2: pragma_table_info is not for queries, which only read this workspace. Remove it.',
  ],
  [
    'select :asof',
    'Line 1: the parameter :asof is unknown; there are: :as_of, :member. Did you mean ":as_of"?',
  ],
  ['select\n?1', 'Line 2: the parameter ?1 is unknown; there are: :as_of, :member. Name one of these.'],
  ["select 'x", "Line 1: a quotation begins with ' and never ends. Correct this line."],
  ['select 1 ^ 2', 'Line 1: the character "^" is no SQL. Correct this line.'],
])('%j is refused with its line', (sql, expected) => {
  expect(failureOf(() => refuse(sql))).toBe(expected);
});

test.each([
  'select 1; ;',
  'values (1)',
  "WITH x AS (select 1) select replace('a', 'b', 'c'), 'attach; pragma', edit from x -- ; select",
  'select :as_of, :member',
])('%j is allowed', (sql) => {
  expect(() => refuse(sql)).not.toThrow();
});
