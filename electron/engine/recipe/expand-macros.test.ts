import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf } from '../testing/a-member-recipe.ts';
import { openScratch } from '../workspace/database.ts';
import { expandMacros } from './expand-macros.ts';

function evaluate(sql: string): unknown {
  const db = openScratch();
  try {
    return db.prepare(expandMacros(sql, 'x.sql')).pluck().get();
  } finally {
    db.close();
  }
}

test('SQL without macros stays as it is', () => {
  const sql = "select month_of, 'is_email(x)' -- is_email(\nfrom is_email";
  expect(expandMacros(sql, 'x.sql')).toBe(sql);
});

test('arguments may hold parentheses, commas, strings, comments and other macros', () => {
  expect(evaluate("select month_of(coalesce(null, (select max('2026-01-31', '2026-02-01'))))")).toBe(
    '2026-02',
  );
  expect(evaluate("select MONTH_OF ( /* ,( */ '2026-02-01' -- )\n)")).toBe('2026-02');
  expect(evaluate("select days_between(month_of('2026-02-09') || '-01', '2026-02-09')")).toBe(8);
});

test('an argument is taken as a whole', () => {
  expect(evaluate("select is_email('a@b' || '.c')")).toBe(1);
  expect(evaluate("select not is_email('a@b.c') and 0")).toBe(0);
});

test('lines behind a macro keep their numbers, and a text over several lines keeps its line break', () => {
  const filler = fc.constantFrom('\n', ' ', '-- c\n', '/* a\nb */', "|| 'x\ny'", '\r\n');
  fc.assert(
    fc.property(fc.array(filler), (parts) => {
      const sql = `select is_email('a@b.c'${parts.join(' ')}\n) as x\nfrom t`;
      const expanded = expandMacros(sql, 'x.sql');
      expect(expanded.split('\n').length).toBe(sql.split('\n').length);
      expect(expanded.split('\n').at(-1)).toBe('from t');
    }),
  );
  expect(evaluate("select month_of('a\nb\n' || '12345678')")).toBe('a\nb\n123');
});

test.each([
  ['select 1,\n is_email()', 'x.sql:2: is_email has 0 of 1 arguments. Write is_email(text).'],
  ['select is_email(a, b)', 'x.sql:1: is_email has 2 of 1 arguments. Write is_email(text).'],
  [
    'select days_between(a, )',
    'x.sql:1: days_between has 1 of 2 arguments. Write days_between(first, second).',
  ],
  [
    'select ratio(a, b, places)',
    'x.sql:1: ratio has places for places; it has to be a number from 0 to 4. Write it in the query.',
  ],
  [
    'select\nproduct_ratio(a, b, c, 5)',
    'x.sql:2: product_ratio has 5 for places; it has to be a number from 0 to 4. Write it in the query.',
  ],
  ['select\n\nis_email((a)', 'x.sql:3: is_email( is never closed. Add the ")".'],
  ['select is_email(\nmonth_of())', 'x.sql:2: month_of has 0 of 1 arguments. Write month_of(date).'],
])('%j fails with its line', (sql, expected) => {
  expect(failureOf(() => expandMacros(sql, 'x.sql'))).toBe(expected);
});
