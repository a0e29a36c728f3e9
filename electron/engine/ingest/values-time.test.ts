import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault, type StoredValue, valueReader } from './values.ts';

/** Reads a text by a type; a fault as its code. */
function read(kind: 'date' | 'timestamp', text: string): StoredValue {
  const value = valueReader({ kind })(text);
  return value instanceof Fault ? value.code : value;
}

const NO_DAYS = [
  ...[
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2500-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
  ],
  ...[
    '2026-01-32',
    '0000-01-01',
    '2026-1-5',
    '20260105',
    '05.01.2026',
    '01/05/2026',
    '2026/01/05',
    '26-01-05',
  ],
  ...['12026-01-05', '-2026-01-05', '2026-01', 'yesterday', '٢٠٢٦-٠١-٠٥', '2026-01-05x', '2026–01–05', '4'],
];
const NO_TIMES = [
  ...[
    'T24:00',
    ' 24:00:00',
    'T23:60',
    'T23:59:60',
    'T9:00',
    'T09',
    'T0900',
    'T09:00:00.',
    'T09:00.5',
    '  09:00',
  ],
  ...[
    'T09:00:00,5',
    'T09:00 Z',
    'T09:00z',
    't09:00',
    'T09:00+24:00',
    'T09:00+01:60',
    'T09:00+1',
    'T09:00+01',
  ],
  ...[
    'T09:00 +01:00',
    'T09:00+01:00:00',
    'T09:00 am',
    'T',
    'TZ',
    'T09:00:00Z0',
    'T-9:00',
    'T09:00Europe/Rome',
  ],
];

describe('a date', () => {
  test.each<[text: string, stored: string]>([
    ['2026-11-20', '2026-11-20'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2400-02-29', '2400-02-29'],
    ['2026-11-20 10:00', '2026-11-20'],
    ['2026-11-20T23:59:59.999999999Z', '2026-11-20'],
    ['2026-11-20T00:30+02:00', '2026-11-20'],
    ['2026-11-20 10:00:00-1130', '2026-11-20'],
  ])('%s is %s', (text, stored) => {
    expect(read('date', text)).toBe(stored);
  });

  test.each([...NO_DAYS, ...NO_TIMES.map((time) => `2026-11-20${time}`), '2026-11-20Z', '2026-11-20+01:00'])(
    '%s is none',
    (text) => {
      expect(read('date', text)).toBe('not_a_date');
    },
  );

  test('is any real day and no other', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
        const real = new Date(0);
        real.setUTCFullYear(year, month - 1, day);
        const exists = year > 0 && real.toISOString().startsWith(text);
        expect(read('date', text)).toBe(exists ? text : 'not_a_date');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a timestamp', () => {
  test.each<[text: string, stored: string]>([
    ['2026-11-20', '2026-11-20T00:00:00'],
    ['2026-11-20Z', '2026-11-20T00:00:00'],
    ['2026-11-20+02:00', '2026-11-19T22:00:00'],
    ['2026-11-20T09:05', '2026-11-20T09:05:00'],
    ['2026-11-20 09:05:07', '2026-11-20T09:05:07'],
    ['2026-11-20 09:05:07Z', '2026-11-20T09:05:07'],
    ['2026-11-20T10:00+02:00', '2026-11-20T08:00:00'],
    ['2026-11-20T10:00-0230', '2026-11-20T12:30:00'],
    ['2026-11-20T10:00-00:00', '2026-11-20T10:00:00'],
    ['2026-11-20T09:05:07.5', '2026-11-20T09:05:07.5'],
    ['2026-11-20T09:05:07.500Z', '2026-11-20T09:05:07.5'],
    ['2026-11-20T09:05:07.000', '2026-11-20T09:05:07'],
    ['2026-11-20T09:05:07.1234567890123+01:00', '2026-11-20T08:05:07.1234567890123'],
    ['2024-02-28T23:30-01:00', '2024-02-29T00:30:00'],
    ['2026-12-31T23:59:59.999-00:01', '2027-01-01T00:00:59.999'],
    ['0001-01-01T00:00+01:00', '0000-12-31T23:00:00'],
    ['9999-12-31T23:59:59.999', '9999-12-31T23:59:59.999'],
    ['9999-12-31T23:59-00:01', 'out_of_range'],
  ])('%s is %s', (text, stored) => {
    expect(read('timestamp', text)).toBe(stored);
  });

  test.each([...NO_DAYS, ...NO_TIMES.map((time) => `2026-11-20${time}`)])('%s is none', (text) => {
    expect(read('timestamp', text)).toBe('not_a_timestamp');
  });

  test('is stored so that it compares as an instant', () => {
    const stamps = fc.record({
      // Few days and hours: instants that meet or nearly do are what matters.
      day: fc.constantFrom(
        '2026-02-28',
        '2026-03-01',
        '2024-02-29',
        '2024-03-01',
        '0001-01-02',
        '9999-12-30',
      ),
      minutes: fc.oneof(fc.constantFrom(0, 1439, 60, 120), fc.integer({ min: 0, max: 1439 })),
      seconds: fc.option(fc.constantFrom(0, 1, 59), { nil: undefined }),
      fraction: fc.constantFrom('', '0', '000', '5', '50', '499', '4999999999', '000000001', '9', '99'),
      zone: fc.option(
        fc.oneof(fc.constantFrom(0, 60, -60, 1439, -1439), fc.integer({ min: -1439, max: 1439 })),
        {
          nil: undefined,
        },
      ),
    });
    fc.assert(
      fc.property(stamps, stamps, (left, right) => {
        const [first, second] = [read('timestamp', textOf(left)), read('timestamp', textOf(right))];
        const instants = [instantOf(left), instantOf(right)] as const;
        expect(order(String(first), String(second))).toBe(order(...instants));
      }),
      { numRuns: 10_000 },
    );
  });
});

interface Stamp {
  readonly day: string;
  readonly minutes: number;
  readonly seconds: number | undefined;
  readonly fraction: string;
  readonly zone: number | undefined;
}

function textOf({ day, minutes, seconds, fraction, zone }: Stamp): string {
  const clock = (all: number) => `${digits(Math.trunc(all / 60), 2)}:${digits(all % 60, 2)}`;
  const rest = seconds === undefined ? '' : `:${digits(seconds, 2)}${fraction && `.${fraction}`}`;
  const offset = zone === undefined ? '' : `${zone < 0 ? '-' : '+'}${clock(Math.abs(zone))}`;
  return `${day}T${clock(minutes)}${rest}${offset}`;
}

/** Ten-thousand-millionths of a second since a day long ago: days are counted by the calendar's rule, not by Date. */
function instantOf({ day, minutes, seconds, fraction, zone = 0 }: Stamp): bigint {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const leaps = (until: number) => Math.floor(until / 4) - Math.floor(until / 100) + Math.floor(until / 400);
  const isLeap = leaps(year) - leaps(year - 1);
  const lengths = [31, 28 + isLeap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const before = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  const days = (year - 1) * 365 + leaps(year - 1) + before + dayOfMonth;
  const wholeSeconds = BigInt(days * 1440 + minutes - zone) * 60n + BigInt(seconds ?? 0);
  return BigInt(`${wholeSeconds}${(seconds === undefined ? '' : fraction).padEnd(10, '0')}`);
}

function order<T extends string | bigint>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

test('a day after the greatest one is out of range, whatever time follows it; where that is not known yet none is', () => {
  const until = valueReader({ kind: 'date', most: '2026-11-20' });
  const codeOf = (value: StoredValue | Fault) => (value instanceof Fault ? value.code : value);
  expect(codeOf(until('2026-11-20'))).toBe('2026-11-20');
  expect(codeOf(until('2026-11-20T23:59:59Z'))).toBe('2026-11-20');
  expect(codeOf(until('2026-11-21'))).toBe('out_of_range');
  expect(codeOf(until('2026-11-31'))).toBe('not_a_date');
  expect(codeOf(valueReader({ kind: 'date', most: 'as_of' })('9999-12-31'))).toBe('9999-12-31');
});
