import { expect, test } from 'vitest';
import type { SavedQuery } from '../../../electron/contract/queries.ts';
import { chosenQuery, foundIn, queryKey } from './query-key.ts';

const query = (kind: SavedQuery['kind'], name: string): SavedQuery => ({
  kind,
  name,
  title: name,
  description: '',
  sql: 'select 1',
  params: [],
});
const QUERIES = [query('diagnostic', 'same'), query('own', 'same'), query('own', 'a: b')];

test('a diagnostic and a query of the same name are told apart, and an address that names none means the first', () => {
  for (const each of QUERIES) expect(chosenQuery(QUERIES, queryKey(each))).toBe(each);
  expect(chosenQuery(QUERIES, undefined)).toBe(QUERIES[0]);
  expect(chosenQuery(QUERIES, 'own:gone')).toBe(QUERIES[0]);
  expect(chosenQuery(QUERIES, 'new')).toBeNull();
  expect(chosenQuery([], undefined)).toBeNull();
});

test('a search finds tables by name with all columns, else the columns that have the text', () => {
  const tables = [
    {
      name: 'person',
      columns: [
        { name: 'id', description: '' },
        { name: 'mail', description: 'Where to write' },
      ],
    },
    {
      name: 'team',
      columns: [
        { name: 'person', description: '' },
        { name: 'size', description: '' },
      ],
    },
  ];
  const found = (text: string) =>
    foundIn(tables, text).map(({ name, columns }) => [name, columns.map((each) => each.name)]);
  expect(found('')).toEqual([
    ['person', ['id', 'mail']],
    ['team', ['person', 'size']],
  ]);
  expect(found(' Person')).toEqual([
    ['person', ['id', 'mail']],
    ['team', ['person']],
  ]);
  expect(found('write')).toEqual([['person', ['mail']]]);
  expect(found('nothing')).toEqual([]);
});
