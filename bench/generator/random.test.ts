import { describe, expect, test } from 'vitest';
import { createRandom, shuffled } from './random.ts';

const numbers = (seed: number, label: string): readonly number[] => {
  const random = createRandom(seed, label);
  return Array.from({ length: 100 }, () => random.below(1_000_000));
};

describe('a source of chance', () => {
  test('repeats itself for the same seed and label only', () => {
    expect(numbers(1, 'a')).toEqual(numbers(1, 'a'));
    expect(numbers(1, 'a')).not.toEqual(numbers(2, 'a'));
    expect(numbers(1, 'a')).not.toEqual(numbers(1, 'b'));
  });

  test('is about even', () => {
    const random = createRandom(3, 'even');
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 40_000; index += 1) {
      const number = random.below(4);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test('shuffles without losing anything', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const mixed = shuffled(items, createRandom(1, 'cards'));
    expect(mixed).not.toEqual(items);
    expect([...mixed].sort((left, right) => left - right)).toEqual(items);
  });
});
