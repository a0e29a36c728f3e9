import { expect, test } from 'vitest';
import { stillMeant } from './still-meant.ts';

const candidate = (value: string) => {
  return { key: [value], column: 'email', value, outcome: 'delivered', delivered: true };
};
const FOUND = [candidate('ann@example.com'), candidate('anna@example.com')];

test('the answer to a text is shown as it is', () => {
  expect(stillMeant(FOUND, 'ann', 'ann')).toBe(FOUND);
  expect(stillMeant([], 'ann', 'ann')).toEqual([]);
});

test('while somebody types on, those stay in whom the longer text stands, in any case', () => {
  expect(stillMeant(FOUND, 'ann', 'annA')).toEqual([FOUND[1]]);
});

test('another text shows nobody of the former answer', () => {
  expect(stillMeant(FOUND, 'ann', 'an')).toBeNull();
  expect(stillMeant(FOUND, 'ann', 'annx')).toBeNull();
});
