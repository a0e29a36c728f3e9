import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { aReview, reviewed } from '../testing/a-review.ts';
import { lines } from '../testing/file-texts.ts';
import { load } from '../testing/load.ts';
import { writeFiles } from '../testing/temp-folder.ts';
import { correct, correctAlike, correctRecord, setAside, switchAct } from './make-corrections.ts';

const HEADER = 'booking_id,amount,booked_on,status';

test('a corrected cell makes a sound record, which is accepted under its own number', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,1.50,,', 'b, N/A ,2026-01-02,PAID') });
  const { db, record } = review;
  const result = correct(review, { record: record(3), column: 'amount', text: ' 2.25 ', all: false });
  expect(result).toEqual({ act: 1, changed: 1, accepted: 1, faulty: 0 });
  expect(reviewed(db)).toEqual({ '1:3': 'corrected ["b"," 2.25 ","2026-01-02","PAID"]' });
  expect(db.prepare('select * from source_booking where record = ?').raw().get(record(3))).toEqual([
    Number(record(3)),
    'b',
    22_500,
    '2026-01-02',
    'paid',
  ]);
  expect(db.prepare('select read, accepted, rejected from import').raw().get()).toEqual([2, 2, 0]);
  expect(db.prepare('select old_text, new_text, line from correction').raw().get()).toEqual([
    'N/A',
    ' 2.25 ',
    3,
  ]);
});

test('a corrected text that is not valid gives the fault of the new text', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,1,soon,', 'b,,,lost') });
  const { db, record } = review;
  expect(correct(review, { record: record(3), column: 'amount', text: '1,5', all: false })).toMatchObject({
    changed: 1,
    accepted: 0,
    faulty: 1,
  });
  expect(reviewed(db)).toEqual({
    '1:2': 'open booked_on:not_a_date',
    '1:3': 'open status:not_allowed|amount:not_a_number ["b","1,5","","lost"]',
  });
  expect(db.prepare('select code, lifted, arisen from fault where record = ?').raw().all(record(3))).toEqual([
    ['missing_value', 1, 0],
    ['not_allowed', 0, 0],
    ['not_a_number', 0, 1],
  ]);
  correct(review, { record: record(3), column: 'amount', text: '1.5', all: false });
  correct(review, { record: record(3), column: 'status', text: 'open', all: false });
  expect(reviewed(db)['1:3']).toBe('corrected ["b","1.5","","open"]');
});

test('one correction changes all open records with the same fault and the same text, over the files of the source', async () => {
  const review = await aReview({
    'booking-1.csv': lines(HEADER, 'a,N/A,,', 'b,\u00a0N/A,x,', 'c,n/a,,', 'd,-,,'),
    'booking-2.csv': lines('status,amount,booking_id', ',N/A,e', 'N/A,N/A,f'),
  });
  const { db, record } = review;
  setAside(review, { records: [String(record(3, 2))], note: 'Ask Ann.' });
  const result = correct(review, { record: record(2), column: 'amount', text: '0', all: true });
  expect(result).toEqual({ act: 2, changed: 3, accepted: 2, faulty: 1 });
  expect(reviewed(db)).toEqual({
    '1:2': 'corrected ["a","0","",""]',
    '1:3': 'open booked_on:not_a_date ["b","0","x",""]',
    '1:4': 'open amount:not_a_number',
    '1:5': 'open amount:not_a_number',
    '2:2': 'corrected ["","0","e"]',
    '2:3': 'set aside amount:not_a_number|status:not_allowed',
  });
  expect(db.prepare('select file, line, old_text from correction where act = 2').raw().all()).toEqual([
    ['booking-1.csv', null, 'N/A'],
    ['booking-2.csv', null, 'N/A'],
  ]);
  // What is open again belongs to the class again.
  switchAct(review, { act: 1, active: false });
  expect(reviewed(db)['2:3']).toBe('open status:not_allowed ["N/A","0","f"]');
});

test('a later correction sees what an earlier one has left', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,N/A,,', 'b,none,,') });
  const { db, record } = review;
  correct(review, { record: record(2), column: 'amount', text: 'none', all: false });
  expect(correct(review, { record: record(3), column: 'amount', text: '0', all: true })).toMatchObject({
    changed: 2,
    accepted: 2,
  });
  switchAct(review, { act: 1, active: false });
  expect(reviewed(db)).toEqual({ '1:2': 'open amount:not_a_number', '1:3': 'corrected ["b","0","",""]' });
});

test('the same cell can be corrected twice, and the earlier correction can go', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,N/A,,') });
  const { db, record } = review;
  correct(review, { record: record(2), column: 'amount', text: '1', all: false });
  correct(review, { record: record(2), column: 'amount', text: '2', all: false });
  switchAct(review, { act: 1, active: false });
  expect(reviewed(db)).toEqual({ '1:2': 'corrected ["a","2","",""]' });
  switchAct(review, { act: 2, active: false });
  expect(reviewed(db)).toEqual({ '1:2': 'open amount:not_a_number' });
});

test('a key goes to the record that was accepted as the file has it, else to the earlier record', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'x,?,,', 'x,?,,', 'y,?,,', 'y,3,,', 'y,4,,') });
  const { db, record } = review;
  correct(review, { record: record(3), column: 'amount', text: '2', all: false });
  expect(reviewed(db)['1:3']).toBe('corrected ["x","2","",""]');
  // The earlier record takes the key from the later one, although it was corrected later.
  correct(review, { record: record(2), column: 'amount', text: '1', all: false });
  correct(review, { record: record(4), column: 'amount', text: '9', all: false });
  expect(reviewed(db)).toEqual({
    '1:2': 'corrected ["x","1","",""]',
    '1:3': 'open booking_id:duplicate_key@1:2 ["x","2","",""]',
    '1:4': 'open booking_id:duplicate_key@1:5 ["y","9","",""]',
    '1:6': 'open booking_id:duplicate_key@1:5',
  });
  correct(review, { record: record(6), column: 'booking_id', text: 'z', all: false });
  expect(reviewed(db)['1:6']).toBe('corrected ["z","4","",""]');
});

test('a record with too few fields is written anew, and its cells can then be corrected', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,1', 'b,1,,,,', '"c"d,1,,') });
  const { db, record } = review;
  expect(() => correct(review, { record: record(2), column: 'amount', text: '1', all: false })).toThrow(
    Failure,
  );
  expect(() => correctRecord(review, { record: record(2), cells: ['a', '1'] })).toThrow(
    '4 columns; 2 fields',
  );
  correctRecord(review, { record: record(2), cells: ['a', 'one', '', ''] });
  correctRecord(review, { record: record(3), cells: ['b', '1', '', ''] });
  correctRecord(review, { record: record(4), cells: ['c\0', '1', '', ''] });
  expect(reviewed(db)).toEqual({
    '1:2': 'open amount:not_a_number ["a","one","",""]',
    '1:3': 'corrected ["b","1","",""]',
    '1:4': 'open unreadable ["c\\u0000","1","",""]',
  });
  correct(review, { record: record(2), column: 'amount', text: '1', all: false });
  expect(reviewed(db)['1:2']).toBe('corrected ["a","1","",""]');
});

test('records are set aside by a filter and restored by switching the act off', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,x,,', 'b,y,,', 'c,1,soon,') });
  const { db, record } = review;
  const filter = { column: 'amount', code: 'not_a_number' };
  expect(setAside(review, { records: filter, note: 'Test data' })).toMatchObject({
    changed: 2,
    accepted: 0,
    faulty: 0,
  });
  expect(
    db.prepare('select line, note, state from correction join quarantine using (note)').raw().all(),
  ).toHaveLength(4);
  expect(() => setAside(review, { records: filter, note: '' })).toThrow('None of these records is open.');
  expect(() => correct(review, { record: record(2), column: 'amount', text: '1', all: false })).toThrow(
    'set aside',
  );
  expect(switchAct(review, { act: 1, active: false })).toMatchObject({ changed: 2, faulty: 2 });
  expect(Object.values(reviewed(db))).toEqual([
    'open amount:not_a_number',
    'open amount:not_a_number',
    'open booked_on:not_a_date',
  ]);
});

test('a record that is set aside stands as the file has it, whatever corrections would make of it', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,N/A,,', 'b,N/A,,', 'c,N/A,x,') });
  const { db, record } = review;
  correct(review, { record: record(2), column: 'amount', text: '1', all: true });
  switchAct(review, { act: 1, active: false });
  correct(review, { record: record(4), column: 'amount', text: '3', all: false });
  setAside(review, { records: [String(record(2)), String(record(4))], note: 'Test data' });
  switchAct(review, { act: 1, active: true });
  expect(reviewed(db)).toEqual({
    '1:2': 'set aside amount:not_a_number',
    '1:3': 'corrected ["b","1","",""]',
    '1:4': 'set aside amount:not_a_number|booked_on:not_a_date',
  });
  switchAct(review, { act: 3, active: false });
  expect(reviewed(db)['1:4']).toBe('open booked_on:not_a_date ["c","3","x",""]');
});

test('a cell is not corrected in a record whose cells stand under no header', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,one') });
  const { db, record } = review;
  correctRecord(review, { record: record(2), cells: ['a', 'one', '', ''] });
  correct(review, { record: record(2), column: 'amount', text: '1', all: false });
  switchAct(review, { act: 1, active: false });
  expect(reviewed(db)).toEqual({ '1:2': 'open too_few_fields' });
});

test('corrections come back with the file: it is known by its content, not by its name or place', async () => {
  const text = lines(HEADER, 'a,N/A,,', 'b,1');
  const review = await aReview({ 'booking-9.csv': text });
  const { db, record, workspace, folder, recipe } = review;
  correct(review, { record: record(2), column: 'amount', text: '1', all: true });
  correctRecord(review, { record: record(3), cells: ['b', '2', '', ''] });
  const [source] = recipe.sources;
  if (!source) throw new Error('There is a source.');
  writeFiles(folder, { 'booking-1.csv': lines(HEADER, 'z,N/A,,') });
  await load(workspace, folder, source);
  expect(reviewed(db)).toEqual({
    '1:2': 'open amount:not_a_number',
    '2:2': 'corrected ["a","1","",""]',
    '2:3': 'corrected ["b","2","",""]',
  });
});

test('a required text that is missing is filled in for all, keys that are taken are written anew for all', async () => {
  const review = await aReview({ 'booking.csv': lines(HEADER, 'a,,,', 'b, ,,', 'b,1,,', 'b,1,,', 'b,1,,') });
  const { db, record } = review;
  correct(review, { record: record(2), column: 'amount', text: '0', all: true });
  expect(reviewed(db)).toEqual({
    '1:2': 'corrected ["a","0","",""]',
    '1:3': 'open booking_id:duplicate_key@1:4 ["b","0","",""]',
    '1:5': 'open booking_id:duplicate_key@1:4',
    '1:6': 'open booking_id:duplicate_key@1:4',
  });
  // Line 3 has the fault only since it was corrected: it is none of those that had it in the file.
  correct(review, { record: record(5), column: 'booking_id', text: 'c', all: true });
  expect(reviewed(db)).toMatchObject({
    '1:3': 'open booking_id:duplicate_key@1:4 ["b","0","",""]',
    '1:5': 'corrected ["c","1","",""]',
    '1:6': 'open booking_id:duplicate_key@1:5 ["c","1","",""]',
  });
});

test('what cannot be corrected is refused in a sentence', async () => {
  const review = await aReview({ 'booking.csv': lines('booking_id,amount', 'a,x') });
  const { record } = review;
  const refused = (act: () => unknown) => expect(act).toThrow(Failure);
  refused(() => correct(review, { record: record(9), column: 'amount', text: '1', all: false }));
  refused(() => correct(review, { record: record(2), column: 'status', text: '1', all: false }));
  refused(() => correct(review, { record: record(2), column: 'booking_id', text: 'b', all: true }));
  refused(() => switchAct(review, { act: 1, active: false }));
  const gone = { source: 'booking', column: 'amount', code: 'not_a_number', oldText: 'y' };
  refused(() => correctAlike(review, gone, '1'));
  refused(() => correctAlike(review, { ...gone, source: 'nowhere' }, '1'));
});
