import { expect, test } from 'vitest';
import { aColumn } from '../testing/a-source.ts';
import { matchColumns, placesByName, wantedHeaders } from './column-places.ts';

const COLUMNS = ['id', 'name', 'day'].map((name) => aColumn(name, 'text'));

test('columns stand where their names are, unless the user has named another header or none', () => {
  const header = ['ID', 'Label', 'Name', 'day'];
  expect(matchColumns(header, COLUMNS, {}).indexes).toEqual([0, 2, 3]);
  const columns = { name: 'Label', day: null };
  const match = matchColumns(header, COLUMNS, { columns });
  expect(match).toEqual({ indexes: [0, 1, -1], ambiguous: [], absent: [] });
  expect(placesByName(COLUMNS, match.indexes)).toEqual({ id: 0, name: 1 });
  expect(wantedHeaders(COLUMNS, { columns })).toEqual(['id', 'Label', 'day']);
});

test('a header that was named is found as written first, then as names are compared, else it is absent', () => {
  const header = ['a_b', 'A B', 'c'];
  expect(matchColumns(header, [aColumn('x', 'text')], { columns: { x: 'A B' } }).indexes).toEqual([1]);
  expect(matchColumns(header, [aColumn('x', 'text')], { columns: { x: 'AB' } }).indexes).toEqual([0]);
  expect(matchColumns(header, [aColumn('x', 'text')], { columns: { x: 'd' } })).toMatchObject({
    indexes: [-1],
    absent: [{ column: 'x', header: 'd' }],
  });
});

test('naming one of two headers that mean a column decides between them', () => {
  const header = ['id', 'I D'];
  expect(matchColumns(header, [aColumn('id', 'id')], {}).ambiguous).toHaveLength(1);
  expect(matchColumns(header, [aColumn('id', 'id')], { columns: { id: 'I D' } })).toMatchObject({
    indexes: [1],
    ambiguous: [],
  });
});
