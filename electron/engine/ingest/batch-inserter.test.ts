import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openScratch } from '../workspace/database.ts';
import { BatchInserter } from './batch-inserter.ts';
import type { StoredValue } from './values.ts';

test('rows come out as they were put in, however many, flushed whenever', () => {
  const values = fc.oneof(
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.string(),
  );
  // Seldom flushed: only then are many rows inserted at once.
  const flushes = fc.oneof({ weight: 40, arbitrary: fc.constant(false) }, fc.constant(true));
  const rows = fc.array(fc.tuple(values, values, flushes), { maxLength: 80, size: 'max' });
  const db = openScratch();
  db.exec('create table "a ""b" (record integer primary key, "x y" any, "select" any) strict');
  const all = db
    .prepare<[], StoredValue[]>('select "x y", "select" from "a ""b" order by record')
    .raw()
    .safeIntegers();
  fc.assert(
    fc.property(rows, (some) => {
      db.exec('delete from "a ""b"');
      const inserter = new BatchInserter(db, 'a "b', ['record', 'x y', 'select']);
      for (const [index, [first, second, flush]] of some.entries()) {
        inserter.values[inserter.offset] = BigInt(index);
        inserter.values[inserter.offset + 1] = first;
        inserter.values[inserter.offset + 2] = second;
        inserter.commitRow();
        if (flush) inserter.flush();
      }
      inserter.flush();
      expect(all.all()).toEqual(some.map(([first, second]) => [first, second]));
    }),
    { numRuns: 200 },
  );
  db.close();
});

test('a row that is not committed is not inserted', () => {
  const db = openScratch();
  db.exec('create table kept (record integer primary key) strict');
  const inserter = new BatchInserter(db, 'kept', ['record']);
  for (const record of [1n, 2n, 3n]) {
    inserter.values[inserter.offset] = record;
    if (record !== 2n) inserter.commitRow();
  }
  inserter.values[inserter.offset] = 4n;
  inserter.flush();
  expect(db.prepare('select record from kept').pluck().all()).toEqual([1, 3]);
  db.close();
});
