import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, roundedText } from './decimal-text.ts';

const tenThousandths = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -30_000n, max: 30_000n }),
);

/** The ten-thousandths that a text stands for. */
function parsed(text: string): bigint {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  const value = BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, '0'));
  return sign === '-' ? -value : value;
}

test('exact text is the same number, with at least the places asked for and no needless zero after them', () => {
  fc.assert(
    fc.property(tenThousandths, fc.integer({ min: 0, max: 4 }), (value, leastPlaces) => {
      const text = decimalText(value, leastPlaces);
      expect(parsed(text)).toBe(value);
      const places = text.split('.')[1]?.length ?? 0;
      expect(places).toBeGreaterThanOrEqual(leastPlaces);
      if (places > leastPlaces) expect(text).toMatch(/[1-9]$/);
      expect(text).not.toMatch(/\.$|^-?0\d|^-0(\.0*)?$/);
    }),
  );
});

test('a rounded text is the nearest number of so many places, ties away from nought', () => {
  fc.assert(
    fc.property(tenThousandths, fc.integer({ min: 0, max: 4 }), (value, places) => {
      const text = roundedText(value, places);
      expect(text.split('.')[1]?.length ?? 0).toBe(places);
      const step = 10n ** BigInt(4 - places);
      const rounded = parsed(text);
      expect(rounded % step).toBe(0n);
      const size = value < 0n ? -value : value;
      const roundedSize = rounded < 0n ? -rounded : rounded;
      // Twice the distance is at most a step; when it is just a step, the larger of the two was taken.
      const twice = 2n * (roundedSize - size);
      expect(twice <= step && twice > -step).toBe(true);
      if (rounded !== 0n) expect(rounded < 0n).toBe(value < 0n);
      expect(text).not.toMatch(/^-0(\.0*)?$/);
    }),
  );
});

test.each([
  [12_345n, 2, '1.23'],
  [12_350n, 2, '1.24'],
  [-12_350n, 2, '-1.24'],
  [12_349n, 2, '1.23'],
  [99_950n, 2, '10.00'],
  [-49n, 2, '0.00'],
  [-50n, 2, '-0.01'],
  [4_999n, 0, '0'],
  [5_000n, 0, '1'],
  [-5_000n, 0, '-1'],
  [-4_999n, 0, '0'],
  [1n, 4, '0.0001'],
  [0n, 3, '0.000'],
] as const)('%d ten-thousandths with %d places are %s', (value, places, text) => {
  expect(roundedText(value, places)).toBe(text);
});

test.each([
  [12_345_000n, 2, '1234.50'],
  [12_345_678n, 2, '1234.5678'],
  [-5_000n, 2, '-0.50'],
  [-1n, 0, '-0.0001'],
  [20_000n, 0, '2'],
  [0n, 2, '0.00'],
] as const)('%d ten-thousandths with at least %d places are exactly %s', (value, places, text) => {
  expect(decimalText(value, places)).toBe(text);
});
