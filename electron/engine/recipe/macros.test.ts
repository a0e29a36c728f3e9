import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { valueReader } from '../ingest/values.ts';
import { openScratch } from '../workspace/database.ts';
import { expandMacros } from './expand-macros.ts';

const db = openScratch();
const addresses = db
  .prepare<[{ text: unknown }], number | null>(expandMacros('select is_email(:text)', 'x.sql'))
  .pluck();
const isEmail = (text: unknown) => addresses.get({ text });
const days = db
  .prepare<[{ first: string; second: string }], number>(
    expandMacros('select days_between(:first, :second)', 'x.sql'),
  )
  .pluck();

afterAll(() => db.close());

/** The definition, word by word. */
function isWellFormed(text: string): boolean {
  const parts = text.split('@');
  if (/\s/.test(text) || parts.length !== 2 || parts[0] === '') return false;
  const domain = parts[1] ?? '';
  return domain.includes('.') && !domain.startsWith('.') && !domain.endsWith('.');
}

const addressPieces = fc.constantFrom(
  ...[
    '@',
    '@',
    '.',
    '.',
    'a',
    'b',
    '-',
    ']',
    '^',
    '*',
    '?',
    '[',
    "'",
    'é',
    '😀',
    '\u200b',
    '\u0085',
    '\u180e',
  ],
  ...' \t\n\v\f\r\u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);

test('is_email is the definition of a well-formed address, for any text', () => {
  const texts = fc.oneof(
    fc.array(addressPieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc
      .tuple(addressPieces, fc.integer({ min: 0, max: 7 }))
      .map(([piece, at]) => 'a@bc.de'.slice(0, at) + piece + 'a@bc.de'.slice(at)),
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(isEmail(text)).toBe(isWellFormed(text) ? 1 : 0);
    }),
    { numRuns: 3000 },
  );
});

test('every character that JavaScript counts as white space is refused, and no other', () => {
  for (let code = 1; code <= 0xffff; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = `a${String.fromCharCode(code)}@b.c`;
    if (isEmail(text) !== (isWellFormed(text) ? 1 : 0)) expect.fail(`U+${code.toString(16)}`);
  }
});

test('is_email of nothing is nothing, and of a number false', () => {
  expect(isEmail(null)).toBeNull();
  expect(isEmail(12)).toBe(0);
});

test('is_email takes no longer than the text is long: with its square this would not end', () => {
  expect(isEmail('@'.repeat(1_000_000))).toBe(0);
  expect(isEmail(`a@${'.'.repeat(1_000_000)}`)).toBe(0);
  expect(isEmail(`${'a'.repeat(1_000_000)}@b.c`)).toBe(1);
});

test('days_between counts days over leap years, backwards too, whatever the time of day', () => {
  const dates = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, dates, (first, second) => {
      const from = first.toISOString().slice(0, 10);
      const to = second.toISOString().slice(0, 10);
      const expected = (Date.parse(to) - Date.parse(from)) / 86_400_000;
      expect(days.get({ first: from, second: `${to}T23:59:59` })).toBe(expected);
    }),
  );
});

const folds = db.prepare<[{ text: unknown }], unknown>(expandMacros('select folded(:text)', 'x.sql')).pluck();
const decimals = db
  .prepare<[{ text: string }], bigint>(expandMacros('select decimal_of(:text)', 'x.sql'))
  .pluck()
  .safeIntegers();

test('folding brings letters of every script into small ones, and leaves nothing nothing', () => {
  expect(folds.get({ text: 'DE-Gold' })).toBe('de-gold');
  expect(folds.get({ text: 'ÜBERSEE Ñ Ж' })).toBe('übersee ñ ж');
  expect(folds.get({ text: null })).toBeNull();
});

test('a text that is a decimal has the ten-thousandths that a decimal column stores', () => {
  const sign = fc.constantFrom('', '+', '-');
  const digits = fc.stringMatching(/^\d{1,12}$/);
  const decimal = fc.tuple(sign, digits, fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: undefined }));
  fc.assert(
    fc.property(decimal, ([before, whole, fraction]) => {
      const text = before + whole + (fraction === undefined ? '' : `.${fraction}`);
      expect(decimals.get({ text })).toBe(valueReader({ kind: 'decimal' })(text));
    }),
  );
});

test('trimming takes off what JavaScript takes off, and nothing within', () => {
  const trims = db
    .prepare<[{ text: string }], string>(expandMacros('select trimmed(:text)', 'x.sql'))
    .pluck();
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\t', '\u00a0', '\u2003', '\ufeff', '\u200b'),
  });
  fc.assert(
    fc.property(text, (given) => {
      expect(trims.get({ text: given })).toBe(given.trim());
    }),
  );
});

function asked(sql: string): (value: string, other?: string | bigint) => unknown {
  const query = db
    .prepare<[{ value: string; other: string | bigint }], unknown>(expandMacros(sql, 'x.sql'))
    .pluck();
  return (value, other = '') => query.get({ value, other });
}

test('months and days follow the calendar', () => {
  const monthEnd = asked('select month_end(:value)');
  const nextMonth = asked('select next_month(:value)');
  const nextDay = asked('select next_day(:value)');
  const daysAfter = asked('select days_after(:value, :other)');
  const weekday = asked('select weekday(:value)');
  const day = fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true });
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, fc.integer({ min: -300, max: 300 }), (date, days) => {
      const text = iso(date);
      const later = (by: number) => iso(new Date(date.getTime() + by * 86_400_000));
      expect(nextDay(text)).toBe(later(1));
      expect(daysAfter(text, BigInt(days))).toBe(later(days));
      expect(weekday(text)).toBe(date.getUTCDay() || 7);
      const end = String(monthEnd(text.slice(0, 7)));
      expect(end.slice(0, 7)).toBe(text.slice(0, 7));
      expect(String(nextDay(end)).slice(0, 7)).toBe(nextMonth(text.slice(0, 7)));
      expect(String(nextDay(end)).slice(8)).toBe('01');
    }),
  );
});

test('months between count over years, backwards too, of months and of days', () => {
  const between = asked('select months_between(:value, :other)');
  expect(between('2025-11', '2026-02')).toBe(3);
  expect(between('2026-02', '2025-11')).toBe(-3);
  expect(between('2025-11-30', '2026-02-01')).toBe(3);
});

test('a record tells its import', () => {
  expect(asked('select import_of(:other)')('', (7n << 32n) + 12n)).toBe(7);
});

test('a code in words begins with a capital, and has blanks for its underscores', () => {
  const words = asked('select in_words(:value)');
  expect(['at_risk', 'new', 'about_to_sleep', 'W-4', ''].map((code) => words(code))).toEqual([
    ...['At risk', 'New', 'About to sleep', 'W-4', ''],
  ]);
});
