import { expect, test } from 'vitest';
import { matchHeader, normalizeHeader } from './headers.ts';

test.each([
  ['Customer ID', 'customerid'],
  ['customer_id', 'customerid'],
  ['CUSTOMER-ID', 'customerid'],
  [' customer\u{a0}id\t', 'customerid'],
  ['\u{feff}customer_id', 'customerid'],
  ['customer\nid', 'customerid'],
  ['Straße', 'straße'],
  ['a.b', 'a.b'],
  ['_-_ ', ''],
])('%j is compared as %j', (header, normalized) => {
  expect(normalizeHeader(header)).toBe(normalized);
});

test('wanted columns are found in any order, unknown and blank headers are no one', () => {
  expect(matchHeader(['x', 'NAME', '', 'Person ID', ''], ['person_id', 'name', 'born_on'])).toEqual({
    indexes: [3, 1, -1],
    ambiguous: [],
  });
});

test('two headers that mean one wanted column are told; of unwanted ones nothing is said', () => {
  expect(matchHeader(['x', 'born on', 'name', 'X', 'Born_On', 'bornon'], ['name', 'born_on'])).toEqual({
    indexes: [2, 1],
    ambiguous: [{ column: 'born_on', indexes: [1, 4, 5] }],
  });
});
