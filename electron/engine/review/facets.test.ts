import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODES } from '../../contract/codes.ts';
import type { QuarantineFilter } from '../../contract/views.ts';
import { aReview, type BOOKINGS } from '../testing/a-review.ts';
import { aColumn, aRecipe, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { lines } from '../testing/file-texts.ts';
import { load } from '../testing/load.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { count } from '../workspace/database.ts';
import { facetsOf } from './facets.ts';
import { correct, setAside } from './make-corrections.ts';
import { quarantineCondition } from './quarantine-filter.ts';

const HEADER = 'booking_id,amount,booked_on,status';

const FILES = {
  'booking-1.csv': lines(
    HEADER,
    'a,1,,',
    'b,N/A,x,',
    'c, N/A\u00a0,,',
    'd,,,lost',
    'e,?',
    'a,2,,',
    'f,,y,',
    'g,n/a,,',
  ),
  'booking-2.csv': lines(
    'amount,booking_id,booked_on,status',
    'N/A,h,,',
    ',,,',
    '3,,x,',
    '-,k,,',
    'N/A,l,x,',
  ),
};

async function aHandledReview() {
  const review = await aReview(FILES);
  const { record } = review;
  correct(review, { record: record(4), column: 'amount', text: '4', all: false });
  correct(review, { record: record(6, 2), column: 'booked_on', text: 'z', all: false });
  correct(review, { record: record(8), column: 'amount', text: 'N/A', all: false });
  setAside(review, { records: [String(record(5)), String(record(2, 2))], note: 'Ask Ann.' });
  return review;
}

test('facets say what the filter shows, and what each of its parts could show instead', async () => {
  const { db, recipe } = await aHandledReview();
  const facets = facetsOf(db, recipe, { state: 'open', column: 'amount' });
  expect(facets.total).toBe(6);
  expect(facets.states).toEqual({ open: 6, setAside: 2, corrected: 1 });
  expect(facets.sources).toEqual([{ value: 'booking', title: 'booking', records: 6 }]);
  expect(facets.files.map(({ title, records }) => [title, records])).toEqual([
    ['booking-1.csv', 3],
    ['booking-2.csv', 3],
  ]);
  expect(facets.columns.map(({ title, records }) => [title, records])).toEqual([
    ['amount', 6],
    ['booked_on', 4],
    ['booking_id', 3],
    ['Whole record', 1],
  ]);
  expect(facets.reasons.map(({ value, records }) => [value, records])).toEqual([
    ['not_a_number', 5],
    ['missing_value', 1],
  ]);
  expect(facets.texts).toEqual([]);
});

test('once a column and a reason are chosen the texts follow, the most frequent first', async () => {
  const { db, recipe } = await aHandledReview();
  const facets = facetsOf(db, recipe, { column: 'amount', code: 'not_a_number', text: ' N/A' });
  expect(facets.total).toBe(5);
  expect(facets.states).toEqual({ open: 3, setAside: 1, corrected: 1 });
  expect(facets.texts.map(({ title, records }) => [title, records])).toEqual([
    ['N/A', 5],
    ['-', 1],
    ['n/a', 1],
  ]);
  const missing = facetsOf(db, recipe, { column: 'booking_id', code: 'missing_value' });
  expect(missing.texts).toEqual([{ value: '', title: '(empty)', records: 2 }]);
});

test('what is chosen stays in its facet when no record fits any more', async () => {
  const { db, recipe } = await aHandledReview();
  const filter = {
    state: 'corrected',
    source: 'booking',
    import: 2,
    column: 'status',
    code: 'not_a_date',
  } as const;
  const facets = facetsOf(db, recipe, filter);
  expect(facets.total).toBe(0);
  for (const [facet, value] of [
    [facets.sources, 'booking'],
    [facets.files, '2'],
    [facets.columns, 'status'],
    [facets.reasons, 'not_a_date'],
  ] as const) {
    expect(facet.find((each) => each.value === value)?.records).toBe(0);
  }
});

test('every filter counts as its condition finds', async () => {
  const { db, recipe } = await aHandledReview();
  const maybe = <Value>(...values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });
  const filters: fc.Arbitrary<QuarantineFilter> = fc.record({
    source: maybe('booking', 'other'),
    import: maybe(1, 2, 3),
    column: maybe('booking_id', 'amount', 'booked_on', 'status', null),
    code: maybe(...CODES),
    state: maybe('open' as const, 'set aside' as const, 'corrected' as const),
    text: maybe('N/A', '', 'x', 'z'),
  });
  const found = (filter: QuarantineFilter) => {
    const { sql, values } = quarantineCondition(filter);
    return count(db, `select count(*) from quarantine join import using (import) where ${sql}`, ...values);
  };
  fc.assert(
    fc.property(filters, (filter) => {
      const facets = facetsOf(db, recipe, filter);
      expect(facets.total).toBe(found(filter));
      expect(facets.states.corrected).toBe(found({ ...filter, state: 'corrected' }));
      for (const { value, records } of facets.files)
        expect(records).toBe(found({ ...filter, import: Number(value) }));
      for (const { value, records } of facets.columns) {
        expect(records).toBe(found({ ...filter, column: value, text: undefined }));
      }
      for (const { value, records } of facets.reasons) {
        expect(records).toBe(found({ ...filter, code: value ?? '', text: undefined }));
      }
      for (const { value, records } of facets.texts)
        expect(records).toBe(found({ ...filter, text: value ?? '' }));
    }),
    { numRuns: 400 },
  );
});

test('a record that lacks two keys of one column is one record', async () => {
  const source = aSource('pair', [aColumn('a', 'id'), aColumn('b', 'id')], { unique: [['a'], ['a', 'b']] });
  const { db } = await loadedPairs(source);
  const facets = facetsOf(db, aRecipe(source), { column: 'a', code: 'duplicate_key' });
  expect(count(db, 'select count(*) from fault')).toBe(2);
  expect([
    facets.total,
    facets.columns[0]?.records,
    facets.reasons[0]?.records,
    facets.texts[0]?.records,
  ]).toEqual([1, 1, 1, 1]);
});

async function loadedPairs(source: typeof BOOKINGS) {
  const workspace = aWorkspace();
  await load(workspace, tempFolder({ 'pair.csv': lines('a,b', '1,1', '1,1') }), source);
  return workspace;
}
