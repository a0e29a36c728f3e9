import { expect, test } from 'vitest';
import { aReview } from '../testing/a-review.ts';
import { lines } from '../testing/file-texts.ts';
import { listCorrections } from './list-corrections.ts';
import { correct, setAside, switchAct } from './make-corrections.ts';
import { rejectedRecord } from './rejected-record.ts';

const FILES = {
  'booking-1.csv': lines('status,booking_id,amount', 'open,a,1', 'gone,b,N/A', ',a,2', ',c'),
  'booking-2.csv': lines('booking_id,amount', 'd,N/A', 'e, N/A '),
};

test('a record is shown with its cells, where its faults are, and how many others are alike', async () => {
  const { db, recipe, record } = await aReview(FILES);
  const shown = rejectedRecord(db, recipe, record(3));
  expect(shown).toMatchObject({
    record: String(record(3)),
    source: 'booking',
    file: 'booking-1.csv',
    line: 3,
    header: ['status', 'booking_id', 'amount'],
    cells: ['gone', 'b', 'N/A'],
    correctedCells: null,
    state: 'open',
    corrections: [],
  });
  expect(shown.faults.map(({ column, code, cell, alike }) => [column, code, cell, alike])).toEqual([
    ['amount', 'not_a_number', 2, 3],
    ['status', 'not_allowed', 0, 1],
  ]);
  expect(shown.faults[0]?.title).toBe('Not a number');
  expect(rejectedRecord(db, recipe, record(4)).faults).toMatchObject([
    { code: 'duplicate_key', cell: 1, holder: { file: 'booking-1.csv', line: 2 }, alike: 1 },
  ]);
  expect(rejectedRecord(db, recipe, record(5)).faults).toMatchObject([
    { code: 'too_few_fields', column: null, cell: null, holder: null, alike: 1 },
  ]);
});

test('a record that is not in the quarantine is refused in a sentence', async () => {
  const { db, recipe, record } = await aReview(FILES);
  expect(() => rejectedRecord(db, recipe, record(2))).toThrow('not in the quarantine any more');
});

test('corrections are listed with what they touch at present, also when they are switched off', async () => {
  const review = await aReview(FILES);
  const { db, recipe, record } = review;
  correct(review, { record: record(3), column: 'amount', text: '1', all: true });
  correct(review, { record: record(3), column: 'status', text: 'paid', all: false });
  setAside(review, { records: [record(4), record(5)].map(String), note: 'Test data' });
  switchAct(review, { act: 2, active: false });
  const listed = listCorrections(db).map(({ act, kind, file, line, active, records }) => {
    return [act, kind, file, line, active, records];
  });
  expect(listed).toEqual([
    [3, 'set aside', 'booking-1.csv', null, true, 2],
    [2, 'cell', 'booking-1.csv', 3, false, 0],
    [1, 'cell', 'booking-2.csv', null, true, 2],
    [1, 'cell', 'booking-1.csv', null, true, 1],
  ]);
  const shown = rejectedRecord(db, recipe, record(3));
  expect(shown.corrections.map(({ act, active }) => [act, active])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect(shown.corrections[1]).toMatchObject({
    column: 'amount',
    code: 'not_a_number',
    oldText: 'N/A',
    newText: '1',
    note: null,
  });
  expect(shown.correctedCells).toEqual(['gone', 'b', '1']);
  expect(shown.faults.map(({ column }) => column)).toEqual(['status']);
});
