import { expect, test } from 'vitest';
import { sourceAsOf } from '../recipe/sources-as-of.ts';
import { aColumn, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { isPrepared, prepareSource } from './import-table.ts';

test('a source is described as ever where columns go by their names, so that files of older workspaces stay', () => {
  const { db } = aWorkspace();
  const source = aSource('sales', [aRequired('id', 'id'), aColumn('day', 'date')], { unique: [['id']] });
  prepareSource(db, source);
  expect(db.prepare('select definition from source').pluck().get()).toBe(
    '{"columns":[{"name":"id","type":{"kind":"id"},"required":true,"description":""},' +
      '{"name":"day","type":{"kind":"date"},"required":false,"description":""}],"unique":[["id"]]}',
  );
});

test('another header describes a source anew, another day does not', () => {
  const { db } = aWorkspace();
  const source = aSource('sales', [aColumn('day', { kind: 'date', most: 'as_of' })]);
  prepareSource(db, sourceAsOf(source, '2026-11-20'));
  expect(isPrepared(db, source)).toBe(true);
  expect(isPrepared(db, sourceAsOf(source, '2026-11-21'))).toBe(true);
  expect(isPrepared(db, aSource('sales', [aColumn('day', 'date')]))).toBe(false);
  const columns = source.columns.map((column) => ({ ...column, header: 'Date' }));
  expect(isPrepared(db, { ...source, columns })).toBe(false);
});
