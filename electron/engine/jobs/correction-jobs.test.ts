import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aReview, BOOKINGS, reviewedTables } from '../testing/a-review.ts';
import { aKeptWorkspace } from '../testing/a-workspace.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag, Cancelled } from '../workspace/cancel.ts';
import { correctionJobs } from './correction-jobs.ts';

const FILES = { 'booking.csv': lines('booking_id,amount', 'a,N/A', 'b,N/A') };

test('an act that is cancelled or fails leaves the workspace as it was', async () => {
  const { workspace, recipe, record, db } = await aReview(
    FILES,
    BOOKINGS,
    aKeptWorkspace(join(tempFolder(), 'kept.muster')),
  );
  const before = reviewedTables(db, BOOKINGS);
  const cancel = new CancelFlag();
  const context = { workspace, recipe, cancel, onProgress: () => {} };
  const act = { record: String(record(2)), column: 'amount', text: '1', all: true };
  cancel.raise();
  await expect(correctionJobs.correct(context, act)).rejects.toThrow(Cancelled);
  cancel.lower();
  await expect(correctionJobs.correct(context, { ...act, column: 'nothing' })).rejects.toThrow(
    'has no column nothing',
  );
  expect(reviewedTables(db, BOOKINGS)).toEqual(before);
  expect(db.prepare('select count(*) from correction').pluck().get()).toBe(0);
  expect(await correctionJobs.correct(context, act)).toMatchObject({ accepted: 2 });
});
