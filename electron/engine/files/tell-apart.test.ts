import { expect, test } from 'vitest';
import { tellApart } from './tell-apart.ts';

test('files that share a name are counted, in their order', () => {
  expect(tellApart(['a.csv', 'b.csv', 'a.csv'])).toEqual(['a.csv, 1 of 2', 'b.csv', 'a.csv, 2 of 2']);
});
