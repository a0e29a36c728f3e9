import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Format, type Formats, formatsOf, formattedReader } from './value-formats.ts';
import { type ColumnType, Fault, type StoredValue, valueReader } from './values.ts';

function read(kind: 'date' | 'timestamp' | 'integer' | 'decimal', format: Format, text: string) {
  return shown(formattedReader({ kind }, format)(text));
}

function shown(value: StoredValue | Fault): StoredValue | string {
  return value instanceof Fault ? value.code : value;
}

describe('dates', () => {
  test.each<[format: Format, text: string, day: string]>([
    ['day-month-year', '20/11/2026', '2026-11-20'],
    ['day-month-year', '1.2.2026', '2026-02-01'],
    ['day-month-year', '01-02-2026', '2026-02-01'],
    ['day-month-year', '20.11.2026 9:05', '2026-11-20'],
    ['month-day-year', '11/20/2026', '2026-11-20'],
    ['month-day-year', '1/2/2026T10:00:00Z', '2026-01-02'],
    ['year-month-day', '2026/1/2', '2026-01-02'],
    ['year-month-day', '2026.11.20', '2026-11-20'],
    ['yyyymmdd', '20261120', '2026-11-20'],
    // What is a day without a format is the same day with one.
    ['day-month-year', '2026-11-20', '2026-11-20'],
    ['yyyymmdd', '2026-11-20', '2026-11-20'],
  ])('%s reads %s', (format, text, day) => {
    expect(read('date', format, text)).toBe(day);
  });

  test.each<[format: Format, text: string]>([
    ['day-month-year', '11/20/2026'],
    ['month-day-year', '20/11/2026'],
    ['day-month-year', '20/11/26'],
    ['day-month-year', '20/11-2026'],
    ['day-month-year', '20/11/20260'],
    ['day-month-year', '31/02/2026'],
    ['day-month-year', '20 11 2026'],
    ['day-month-year', '20/11/2026 25:00'],
    ['day-month-year', '20/11/2026 9:05 PM'],
    ['year-month-day', '26/1/2'],
    ['yyyymmdd', '20261320'],
    ['yyyymmdd', '202611201'],
  ])('%s does not guess at %s', (format, text) => {
    expect(read('date', format, text)).toBe('not_a_date');
  });

  test('may be followed by a time and a zone where points in time are wanted', () => {
    expect(read('timestamp', 'day-month-year', '20.11.2026 09:05:30+01:00')).toBe('2026-11-20T08:05:30');
    expect(read('timestamp', 'month-day-year', '11/20/2026 9:05')).toBe('2026-11-20T09:05:00');
    expect(read('timestamp', 'yyyymmdd', '20261120')).toBe('2026-11-20T00:00:00');
    expect(read('timestamp', 'day-month-year', 'yesterday')).toBe('not_a_timestamp');
  });
});

describe('dates in several formats', () => {
  const both: Formats = ['day-month-year', 'month-day-year'];

  test.each<[text: string, day: string]>([
    ['31/03/2025', '2025-03-31'],
    ['3/31/2025', '2025-03-31'],
    ['05.05.2025', '2025-05-05'],
    ['2025-04-03 10:00', '2025-04-03'],
    // Both orders read it, as different days.
    ['03/04/2025', 'not_a_date'],
    ['20250331', 'not_a_date'],
    ['soon', 'not_a_date'],
  ])('that differ in the order of day and month read %s as %s', (text, day) => {
    expect(shown(formattedReader({ kind: 'date' }, both)(text))).toBe(day);
  });

  test('are read in the same way in whichever order the formats are named', () => {
    const reversed: Formats = ['month-day-year', 'day-month-year'];
    const numbers = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom('/', '.', '-'), (one, other, sign) => {
        const text = `${one}${sign}${other}${sign}2025`;
        const [first, second] = [both, reversed].map((formats) =>
          shown(formattedReader({ kind: 'date' }, formats)(text)),
        );
        expect(first).toBe(second);
      }),
    );
  });

  test('read points in time, too', () => {
    const read = formattedReader({ kind: 'timestamp' }, ['day-month-year', 'yyyymmdd']);
    expect(shown(read('31.03.2025 9:05'))).toBe('2025-03-31T09:05:00');
    expect(shown(read('20250331T09:05Z'))).toBe('2025-03-31T09:05:00');
    expect(shown(read('3/31/2025'))).toBe('not_a_timestamp');
  });
});

describe('numbers', () => {
  test.each<[format: Format, text: string, tenThousandths: bigint]>([
    ['decimal-point', '1,234.50', 12_345_000n],
    ['decimal-point', '1234.50', 12_345_000n],
    ['decimal-point', '-$1,234.5', -12_345_000n],
    ['decimal-point', '$ -1,234.5', -12_345_000n],
    ['decimal-point', 'USD 12', 120_000n],
    ['decimal-point', '12.0001 GBP', 120_001n],
    ['decimal-point', "1'234'567.89", 12_345_678_900n],
    ['decimal-point', '\u22125', -50_000n],
    ['decimal-comma', '1.234,50', 12_345_000n],
    ['decimal-comma', '1.234', 12_340_000n],
    ['decimal-comma', '1\u00a0234,5 €', 12_345_000n],
    ['decimal-comma', '€ 0,5', 5_000n],
    ['decimal-comma', '+12,3456', 123_456n],
    ['decimal-point', '922,337,203,685,477.5807', 9_223_372_036_854_775_807n],
    ['decimal-point-brackets', '(12.50)', -125_000n],
    ['decimal-point-brackets', '$1,234.50', 12_345_000n],
    ['decimal-point-brackets', '($1,234.50)', -12_345_000n],
    ['decimal-point-brackets', '$ (1,234.50)', -12_345_000n],
    ['decimal-comma-brackets', '(1.234,50) EUR', -12_345_000n],
    ['decimal-comma-brackets', '(1.234,50 €)', -12_345_000n],
    ['decimal-point-brackets', '(0.00)', 0n],
  ])('%s reads %s exactly', (format, text, value) => {
    expect(read('decimal', format, text)).toBe(value);
  });

  test.each<[format: Format, text: string]>([
    ['decimal-point', '1.234,50'],
    ['decimal-point', '0,123'],
    ['decimal-point', '12,34.5'],
    ['decimal-point', '1,234 567'],
    ['decimal-point', '1,2345'],
    ['decimal-point', '1.23456'],
    ['decimal-point', '1.'],
    ['decimal-point', '(12)'],
    ['decimal-point', '--1'],
    ['decimal-point', 'N/A'],
    ['decimal-point', '1e5'],
    ['decimal-comma', '1,234.50'],
    ['decimal-comma', '1234.50'],
    ['decimal-comma', '€'],
    // Brackets and a sign in one file mean something else than brackets alone.
    ['decimal-point-brackets', '-12.50'],
    ['decimal-point-brackets', '(-12.50)'],
    ['decimal-point-brackets', '(12.50'],
    ['decimal-point-brackets', '12.50)'],
    ['decimal-point-brackets', '((12.50))'],
    ['decimal-point-brackets', '()12.50'],
  ])('%s does not guess at %s', (format, text) => {
    expect(read('decimal', format, text)).toBe('not_a_number');
  });

  test('of whole columns have no decimals, and those beyond 64 bits are out of range', () => {
    expect(read('integer', 'decimal-point', '1,234')).toBe(1234n);
    expect(read('integer', 'decimal-comma', '1.234')).toBe(1234n);
    expect(read('integer', 'decimal-point', '1.5')).toBe('not_a_number');
    expect(read('decimal', 'decimal-point', '922,337,203,685,477.5808')).toBe('out_of_range');
  });

  test('keep to the limits of their column', () => {
    const type: ColumnType = { kind: 'decimal', least: 0n };
    expect(shown(formattedReader(type, 'decimal-comma')('-0,5'))).toBe('out_of_range');
  });
});

test('a decimal point with a format reads all that is read without one, to the same values', () => {
  const texts = fc.stringMatching(/^[+-]?\d{1,20}(\.\d{1,5})?$/);
  fc.assert(
    fc.property(texts, (text) => {
      const plain = shown(valueReader({ kind: 'decimal' })(text));
      expect(read('decimal', 'decimal-point', text)).toEqual(plain);
    }),
  );
});

test('only dates and numbers have formats', () => {
  expect(formatsOf('timestamp')).toEqual(formatsOf('date'));
  expect(formatsOf('integer')).toEqual(formatsOf('decimal'));
  expect(formatsOf('text')).toEqual([]);
});
