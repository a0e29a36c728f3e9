import { expect, test } from 'vitest';
import { openScratch } from '../workspace/database.ts';
import { exposeFigures } from './expose-figures.ts';

test('queries see the figures of sources, however many codes there are, and none where there are none', () => {
  const db = openScratch();
  const counts = { files: [], read: 2, accepted: 1, rejected: 1 };
  const codes = Object.fromEntries(
    Array.from({ length: 1_200 }, (_, index) => [`c${index}:missing_value`, 1]),
  );
  exposeFigures(db, [{ source: 'wide', ...counts, codes }]);
  const ofSource = db.prepare("select count(*), sum(records) from rejected_code where source = 'wide'");
  expect(ofSource.raw().get()).toEqual([1_200, 1_200]);
  expect(db.prepare('select * from loaded').all()).toEqual([
    { source: 'wide', read: 2, accepted: 1, rejected: 1 },
  ]);
  exposeFigures(db, [{ source: 'clean', ...counts, codes: {} }]);
  expect(db.prepare('select * from rejected_code').all()).toEqual([]);
  db.close();
});
