import { expect, test } from 'vitest';
import { aWorkspace } from '../testing/a-workspace.ts';
import { Quarantine } from './quarantine.ts';
import { recordNumbers } from './record-number.ts';

const IMPORT = `
  insert into source (source, definition) values ('people', '');
  insert into import (import, source, file, bytes, sha256, encoding, delimiter, header, warnings, read, accepted, rejected)
  values (7, 'people', 'people.csv', 0, '', '', '', '[]', '[]', 0, 0, 0);
`;

test('a record is kept with its cells and its faults in order, and goes with its import', () => {
  const { db } = aWorkspace();
  db.exec(IMPORT);
  const record = recordNumbers(7);
  const quarantine = new Quarantine(db);
  quarantine.add(record(3), '["x","\\u0000"]', [
    { column: 'spend', code: 'not_a_number' },
    { column: 'person_id', code: 'duplicate_key', holder: record(2) },
  ]);
  quarantine.add(record(4), '["y"]', [{ column: null, code: 'too_few_fields' }]);

  expect(db.prepare('select record, import, cells from quarantine').safeIntegers().raw().all()).toEqual([
    [record(3), 7n, '["x","\\u0000"]'],
    [record(4), 7n, '["y"]'],
  ]);
  const faults = db
    .prepare('select record, position, column_name, code, holder from fault')
    .safeIntegers()
    .raw();
  expect(faults.all()).toEqual([
    [record(3), 0n, 'spend', 'not_a_number', null],
    [record(3), 1n, 'person_id', 'duplicate_key', record(2)],
    [record(4), 0n, null, 'too_few_fields', null],
  ]);

  db.exec('delete from import');
  expect(faults.all()).toEqual([]);
});
