import { expect, test } from 'vitest';
import { aReview, BOOKINGS, type Review } from '../testing/a-review.ts';
import { lines } from '../testing/file-texts.ts';
import { load } from '../testing/load.ts';
import { writeFiles } from '../testing/temp-folder.ts';
import { correct, correctAlike, switchAct } from './make-corrections.ts';
import { offersOf } from './offers.ts';

const HEADER = 'booking_id,amount,booked_on,status';

async function addMay({ workspace, folder }: Review): Promise<void> {
  writeFiles(folder, {
    'booking-2.csv': lines('amount,booking_id', 'N/A,x', ' N/A ,y', ',z', ',w', '-,v', '1,x', '2,x'),
  });
  await load(workspace, folder, BOOKINGS);
}

test('what was said of a text is offered for files loaded since, until it is said of them', async () => {
  const review = await aReview({ 'booking-1.csv': lines(HEADER, 'a,N/A,,', 'b,N/A,,', 'c,-,,') });
  const { db, recipe, record } = review;
  correct(review, { record: record(2), column: 'amount', text: '1', all: false });
  correct(review, { record: record(3), column: 'amount', text: '0', all: false });
  expect(offersOf(db, recipe)).toEqual([]);
  await addMay(review);
  const [offer, ...others] = offersOf(db, recipe);
  expect(others).toEqual([]);
  expect(offer).toEqual({
    source: 'booking',
    column: 'amount',
    code: 'not_a_number',
    oldText: 'N/A',
    newText: '0',
    records: 2,
  });
  if (!offer) return;
  const result = correctAlike(review, offer, offer.newText);
  expect(result).toMatchObject({ changed: 2, accepted: 1 });
  expect(offersOf(db, recipe)).toEqual([]);
  switchAct(review, { act: result.act, active: false });
  expect(offersOf(db, recipe)).toEqual([]);
});

test('a value filled into one record, a key and what was switched off are not offered', async () => {
  const review = await aReview({ 'booking-1.csv': lines(HEADER, 'a,,,', 'x,1,,', 'x,1,,', 'c,-,,') });
  const { db, recipe, record } = review;
  correct(review, { record: record(2), column: 'amount', text: '1', all: false });
  correct(review, { record: record(4), column: 'booking_id', text: 'q', all: false });
  const off = correct(review, { record: record(5), column: 'amount', text: '1', all: true });
  switchAct(review, { act: off.act, active: false });
  await addMay(review);
  expect(offersOf(db, recipe)).toEqual([]);
  switchAct(review, { act: off.act, active: true });
  expect(offersOf(db, recipe)).toMatchObject([{ oldText: '-', records: 1 }]);
});
