import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf, TEST_RECIPE } from '../testing/a-member-recipe.ts';
import {
  bindings,
  diagnosticBindings,
  readParameter,
  resolveDiagnosticParams,
  resolveParams,
} from './parameters.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { Diagnostic, Param, Recipe } from './recipe.ts';

const recipe = parseRecipe(TEST_RECIPE);
const given = (values: Readonly<Record<string, string>>) => new Map(Object.entries(values));

const ANY = { name: 'p', title: 'P', description: '', values: undefined, warns: {} };
const DECIMAL = { type: 'decimal', values: undefined } as const;

function withParam(type: Param['type'], value?: string): Recipe {
  return { ...recipe, dates: [], params: [{ ...ANY, type, default: value }] };
}

test('values are those given, else the defaults, in their canonical form', () => {
  expect(resolveParams(recipe, new Map())).toEqual({ window_days: 30, least_spend: '1.5' });
  expect(resolveParams(recipe, given({ window_days: ' +007 ', least_spend: '-0.00' }))).toEqual({
    window_days: 7,
    least_spend: '0',
  });
});

test('an unknown parameter fails with those that there are', () => {
  expect(failureOf(() => resolveParams(recipe, given({ window_day: '3' })))).toBe(
    'The recipe test-audience has no parameter "window_day"; it has: window_days, least_spend. Did you mean "window_days"?',
  );
  expect(failureOf(() => resolveParams({ ...recipe, params: [] }, given({ x: '3' })))).toBe(
    'The recipe test-audience has no parameter "x"; it has: none. Leave it out.',
  );
});

test('a parameter without a default must be given', () => {
  expect(failureOf(() => resolveParams(withParam('date'), new Map()))).toBe(
    'The recipe test-audience needs the parameter "p" (P): a day, like 2026-11-20. Give it as p=VALUE.',
  );
});

test.each([
  ['integer', '12.5', 'a whole number from -9007199254740991 to 9007199254740991'],
  ['integer', '9007199254740992', 'a whole number from -9007199254740991 to 9007199254740991'],
  ['integer', '', 'a whole number from -9007199254740991 to 9007199254740991'],
  ['decimal', '1,5', 'a number with up to 4 decimals, like 12.50'],
  ['decimal', '1e3', 'a number with up to 4 decimals, like 12.50'],
  ['date', '2026-02-30', 'a day, like 2026-11-20'],
  ['date', '2026-02-03T10:00', 'a day, like 2026-11-20'],
  ['boolean', 'maybe', 'true or false'],
  ['id', ' ', 'an id, not empty'],
] as const)('%s does not allow %j and says what it allows', (type, text, allowed) => {
  expect(failureOf(() => resolveParams(withParam(type), given({ p: text })))).toBe(
    `The parameter p is ${JSON.stringify(text)}; allowed: ${allowed}. Correct the value.`,
  );
});

test.each([
  ['integer', '-7', -7, -7n],
  ['decimal', '12.3400', '12.34', 123_400n],
  ['decimal', '-0.5', '-0.5', -5000n],
  ['decimal', '922337203685477.5807', '922337203685477.5807', 9_223_372_036_854_775_807n],
  ['date', '2026-11-20', '2026-11-20', '2026-11-20'],
  ['text', ' a b ', 'a b', 'a b'],
  ['text', '', '', null],
  ['boolean', 'YES', true, 1n],
  ['boolean', '0', false, 0n],
  ['id', '7', '7', 7n],
  ['id', '007', '007', '007'],
] as const)('%s %j is kept as %j and bound as %s', (type, text, kept, bound) => {
  const params = resolveParams(withParam(type), given({ p: text }));
  expect(params).toEqual({ p: kept });
  expect(bindings(withParam(type), '2026-11-20', params)).toEqual({ as_of: '2026-11-20', p: bound });
});

test('a kept value is read again as itself', () => {
  const scaled = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(scaled, fc.constantFrom('', '+'), (value, sign) => {
      const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
      const text = `${value < 0n ? '-' : sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
      const kept = readParameter(DECIMAL, text);
      expect(readParameter(DECIMAL, String(kept))).toBe(kept);
      expect(bindings(withParam('decimal'), '2026-11-20', { p: String(kept) }).p).toBe(value);
    }),
  );
});

test('dates are the as-of date minus days of the calendar', () => {
  const bound = (asOf: string, window_days: number) =>
    bindings(recipe, asOf, { window_days, least_spend: '1.5' });
  expect(bound('2026-03-01', 1)).toEqual({
    as_of: '2026-03-01',
    window_days: 1n,
    least_spend: 15_000n,
    window_start: '2026-02-28',
  });
  expect(bound('2024-03-01', 366).window_start).toBe('2023-03-01');
  expect(bound('2026-12-31', -1).window_start).toBe('2027-01-01');
  expect(bound('0001-01-02', 1).window_start).toBe('0001-01-01');
  expect(bound('0050-01-01', 0).window_start).toBe('0050-01-01');
});

test.each([
  ['0001-01-01', 1],
  ['9999-12-31', -1],
  ['2026-01-01', Number.MAX_SAFE_INTEGER],
])('a date outside the years 0001 to 9999 fails: %s minus %d days', (asOf, window_days) => {
  expect(failureOf(() => bindings(recipe, asOf, { window_days, least_spend: '1' }))).toBe(
    `The date window_start would lie outside the years 0001 to 9999: ${asOf} minus ${window_days} days (parameter window_days). Choose another number of days, or another as-of date.`,
  );
});

test.each(['2026-02-30', '2026-2-3', '2026-11-20T00:00:00', ''])('the as-of date %j fails', (asOf) => {
  expect(failureOf(() => bindings(withParam('text', ''), asOf, { p: '' }))).toBe(
    `The as-of date is "${asOf}"; allowed: a day, like 2026-11-20. Correct the date.`,
  );
});

test("a diagnostic's own values are asked for and bound like a recipe's", () => {
  const diagnostic = recipe.diagnostics[0] as Diagnostic;
  expect(
    diagnosticBindings(diagnostic, resolveDiagnosticParams(diagnostic, given({ member: '0012' }))),
  ).toEqual({
    member: '0012',
  });
  expect(failureOf(() => resolveDiagnosticParams(diagnostic, new Map()))).toBe(
    'The diagnostic one_member needs the parameter "member" (Member): an id, not empty. Give it as member=VALUE.',
  );
});
