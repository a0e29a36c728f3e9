import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FilterKey, KeyFilter } from './key-filter.ts';

const keys = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(Number),
);

describe('KeyFilter', () => {
  test('never forgets a key', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 200 }), (all) => {
        const filter = new KeyFilter(10);
        for (const key of all) filter.add(key);
        for (const key of all) {
          expect(filter.mayHold(key)).toBe(true);
          expect(filter.add(key)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never forgets a key, not even when far more come than were expected', () => {
    const filter = new KeyFilter(1);
    for (let key = 0; key < 300_000; key++) filter.add(key);
    let forgotten = 0;
    for (let key = 0; key < 300_000; key++) if (!filter.mayHold(key)) forgotten++;
    expect(forgotten).toBe(0);
  });

  test('a look remembers nothing', () => {
    const filter = new KeyFilter(10);
    expect([filter.mayHold('a'), filter.mayHold('a'), filter.add('a'), filter.mayHold('a')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  const shapes: readonly [about: string, key: (index: number) => FilterKey][] = [
    ['small numbers', (index) => index],
    ['numbers a thousand apart', (index) => index * 1000],
    ['numbers 2^32 apart', (index) => index * 2 ** 32],
    ['numbers that begin with a time in milliseconds', (index) => 2 ** 59 + index * 2 ** 22],
    ['negative numbers', (index) => -index],
    ['large numbers', (index) => 9e15 + index * 4],
    ['numbers as text', (index) => String(index)],
    ['prefixed numbers', (index) => `C-${index}`],
    ['padded numbers', (index) => String(index).padStart(12, '0')],
    ['addresses', (index) => `person${index}@example.org`],
    ['compound keys', (index) => `${index % 1000}\0${Math.trunc(index / 1000)}`],
    ['hex digests', (index) => (index * 2_654_435_761).toString(16).padStart(16, '0')],
  ];

  test.each(shapes)('takes few new keys for old ones: %s', (_, key) => {
    const expected = 200_000;
    const filter = new KeyFilter(expected);
    let mistaken = 0;
    for (let index = 1; index <= expected; index++) if (filter.add(key(index))) mistaken++;
    for (let index = expected + 1; index <= 2 * expected; index++) if (filter.mayHold(key(index))) mistaken++;
    // It promises one in some hundred.
    expect(mistaken / (2 * expected)).toBeLessThan(1 / 150);
  });
});
