import { expect, test } from 'vitest';
import { aColumn, aSource } from '../testing/a-source.ts';
import { openScratch } from '../workspace/database.ts';
import { createStaging, exposeSource } from './staging.ts';

test('a source’s table keeps each value as the type that its column has, and is seen by the bare name', () => {
  const db = openScratch();
  const source = aSource('people', [
    aColumn('person_id', 'id'),
    aColumn('order', 'text'),
    aColumn('visits', 'integer'),
    aColumn('spend', 'decimal'),
    aColumn('born_on', 'date'),
    aColumn('seen_at', 'timestamp'),
    aColumn('is_active', 'boolean'),
    aColumn('kind', { kind: 'enum', values: ['A'] }),
    aColumn('email', 'email'),
  ]);
  createStaging(db, source);
  exposeSource(db, source);
  const insert = db.prepare('insert into source_people values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  insert.run(1n, 7n, '007', 2n, 15_000n, '2026-11-20', '2026-11-20T00:00:00', 1n, 'A', 'a@b.c');
  insert.run(2n, '007', null, null, null, null, null, null, null, null);
  const types = db
    .prepare('select typeof(person_id), typeof("order"), typeof(spend) from people')
    .raw()
    .all();
  expect(types).toEqual([
    ['integer', 'text', 'integer'],
    ['text', 'null', 'null'],
  ]);
  expect(() => insert.run(3n, 1n, 'a', 'two', null, null, null, null, null, null)).toThrow(
    /cannot store TEXT/,
  );
  expect(() => insert.run(1n, 1n, 'a', 2n, null, null, null, null, null, null)).toThrow(/UNIQUE/);
  db.close();
});
