import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { roundedText } from '../ingest/decimal-text.ts';
import { openScratch } from '../workspace/database.ts';
import { expandMacros } from './expand-macros.ts';

const db = openScratch();

afterAll(() => db.close());

type Whole = bigint | null;

function asking(sql: string): (values: Readonly<Record<string, Whole>>) => unknown {
  const query = db
    .prepare<[Readonly<Record<string, Whole>>], unknown>(expandMacros(sql, 'x.sql'))
    .pluck()
    .safeIntegers();
  return (values) => query.get(values);
}

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;
const edges = [
  0n,
  1n,
  -1n,
  LEAST,
  MOST,
  2n ** 61n,
  2n ** 60n,
  -(2n ** 60n),
  2n ** 61n / 10_000n,
  5n,
  15n,
].flatMap((edge) => [edge - 1n, edge, edge + 1n].filter((value) => value >= LEAST && value <= MOST));
const whole = fc.oneof(
  fc.bigInt({ min: LEAST, max: MOST }),
  fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
  fc.constantFrom(...edges),
);
const any: fc.Arbitrary<Whole> = fc.option(whole, { nil: null, freq: 20 });

/** The definition: the nearest multiple of the unit, of two the one farther from nought. */
function rounded(numerator: bigint, denominator: bigint, scale: bigint, unit: bigint): bigint {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const times = size(numerator) * scale;
  const low = times / size(denominator);
  const up = 2n * (times - low * size(denominator)) >= size(denominator) ? 1n : 0n;
  return (low + up) * unit * (numerator < 0n === denominator < 0n ? 1n : -1n);
}

function expectQuotient(
  ask: () => unknown,
  numerator: Whole,
  denominator: Whole,
  scale: bigint,
  unit: bigint,
) {
  if (numerator === null || denominator === null || denominator === 0n) {
    expect(ask()).toBeNull();
    return;
  }
  const expected = rounded(numerator, denominator, scale, unit);
  if (expected < LEAST || expected > MOST) {
    expect(ask).toThrow('integer overflow');
    return;
  }
  expect(ask()).toBe(expected);
}

test.each([0, 1, 2, 3, 4])(
  'a ratio with %d places is the exact quotient, halves away from nought',
  (places) => {
    const ratio = asking(`select ratio(:numerator, :denominator, ${places})`);
    const scale = 10n ** BigInt(places);
    fc.assert(
      fc.property(any, any, (numerator, denominator) => {
        expectQuotient(
          () => ratio({ numerator, denominator }),
          numerator,
          denominator,
          scale,
          10_000n / scale,
        );
      }),
      { numRuns: 2000 },
    );
  },
);

test.each([0, 2, 4])(
  'a ratio of a product with %d places is exact however large the product is',
  (places) => {
    const ratio = asking(`select product_ratio(:factor, :other, :denominator, ${places})`);
    const scale = 10n ** BigInt(places);
    fc.assert(
      fc.property(any, any, any, (factor, other, denominator) => {
        const numerator = factor === null || other === null ? null : factor * other;
        const ask = () => ratio({ factor, other, denominator });
        expectQuotient(ask, numerator, denominator, scale, 10_000n / scale);
      }),
      { numRuns: 3000 },
    );
  },
);

test('half up is the nearest whole number', () => {
  const halfUp = asking('select half_up(:numerator, :denominator)');
  expect(halfUp({ numerator: 5n, denominator: 2n })).toBe(3n);
  expect(halfUp({ numerator: -5n, denominator: 2n })).toBe(-3n);
  fc.assert(
    fc.property(any, any, (numerator, denominator) => {
      expectQuotient(() => halfUp({ numerator, denominator }), numerator, denominator, 1n, 1n);
    }),
    { numRuns: 2000 },
  );
});

test('an argument may be a query, a sum, or another quotient', () => {
  const ask = asking(
    'select ratio((select sum(a) from (select 1 as a union all select 2)), count(*) * 4, 2) from (select 1 union select 2)',
  );
  expect(ask({})).toBe(3800n);
  expect(asking('select ratio(ratio(:a, 3, 4), 2, 4)')({ a: 2n })).toBe(33_335_000n);
});

test('a decimal is written like in the files of a run', () => {
  const places = fc.integer({ min: 0, max: 4 });
  const text = asking('select decimal_text(:decimal, :places)');
  fc.assert(
    fc.property(whole, places, (decimal, wanted) => {
      expect(text({ decimal, places: BigInt(wanted) })).toBe(roundedText(decimal, wanted));
    }),
  );
  expect(text({ decimal: null, places: 2n })).toBeNull();
});
