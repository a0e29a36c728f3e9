import type { DateFormat, NumberFormat } from '../../contract/files.ts';
import { type ColumnType, Fault, type ReadValue, valueReader } from './values.ts';

/** How a column's dates or numbers are written. */
export type Format = DateFormat | NumberFormat;

/** The formats that columns of a kind can have. */
export function formatsOf(kind: ColumnType['kind']): readonly Format[] {
  if (kind === 'date' || kind === 'timestamp') return DATES;
  return kind === 'integer' || kind === 'decimal' ? NUMBERS : [];
}

const DATES = ['day-month-year', 'month-day-year', 'year-month-day', 'yyyymmdd'] as const;
const NUMBERS = ['decimal-point', 'decimal-comma'] as const;

const NOT_A_NUMBER = new Fault('not_a_number');

/**
 * The reader of a column whose values are written in a format. Dates are read as ever, too: a text that is a day without a
 * format is the same day with one. Of numbers with a decimal comma that does not hold: 1.234 is then a thousand and more.
 */
export function formattedReader(type: ColumnType, format: Format | undefined): ReadValue {
  const read = valueReader(type);
  if (format === undefined || format === 'plain') return read;
  switch (format) {
    case 'decimal-point':
      return readNumber(read, POINT);
    case 'decimal-comma':
      return readNumber(read, COMMA);
    case 'day-month-year':
      return readDate(read, DAY_FIRST, [3, 2, 1]);
    case 'month-day-year':
      return readDate(read, DAY_FIRST, [3, 1, 2]);
    case 'year-month-day':
      return readDate(read, YEAR_FIRST, [1, 2, 3]);
    case 'yyyymmdd':
      return readDate(read, CLOSED, [1, 2, 3]);
  }
}

const DAY_FIRST = /^(\d{1,2})(?:([/.-])(\d{1,2})\2(\d{4}))(?!\d)(.*)$/s;
const YEAR_FIRST = /^(\d{4})(?:([/.-])(\d{1,2})\2(\d{1,2}))(?!\d)(.*)$/s;
const CLOSED = /^(\d{4})(?:()(\d\d)\2(\d\d))(?!\d)(.*)$/s;

/** Writes a date as year-month-day, whatever follows it, and has that read; what does not fit is read as it is. */
function readDate(
  read: ReadValue,
  shape: RegExp,
  [yearAt, monthAt, dayAt]: readonly [number, number, number],
): ReadValue {
  return (text) => {
    const match = shape.exec(text);
    if (!match) return read(text);
    const [, first = '', , second = '', third = '', rest = ''] = match;
    const parts = ['', first, second, third];
    const day = [parts[yearAt], parts[monthAt]?.padStart(2, '0'), parts[dayAt]?.padStart(2, '0')].join('-');
    // Exports write hours with one digit, too.
    return read(day + rest.replace(/^[T ](?=\d:)/, ' 0'));
  };
}

/** Sign and currency in either order, before or after; the digits in groups of three by one and the same sign, or without. */
function numberShape(group: string, point: string): RegExp {
  const currency = '(?:\\p{Sc}|[A-Z]{3})';
  const space = '[ \\u00a0\\u2009\\u202f]?';
  return new RegExp(
    `^(?:${currency}${space})?([+\\-\u2212]?)${space}(?:${currency}${space})?` +
      // A nought before a group is no thousand: 0,123 is then no number.
      `([1-9]\\d{0,2}(?:([${group} \\u00a0\\u2009\\u202f'’])\\d{3})(?:\\3\\d{3})*|\\d+)` +
      `(?:${point}(\\d{1,4}))?(?:${space}${currency})?$`,
    'u',
  );
}

const POINT = numberShape(',', '\\.');
const COMMA = numberShape('.', ',');

/** Writes a number as digits with a point and has that read. */
function readNumber(read: ReadValue, shape: RegExp): ReadValue {
  return (text) => {
    const match = shape.exec(text);
    if (!match) return NOT_A_NUMBER;
    const [, sign = '', whole = '', , decimals] = match;
    const digits = whole.replace(/\D/g, '');
    return read(
      `${sign && (sign === '+' ? '+' : '-')}${digits}${decimals === undefined ? '' : `.${decimals}`}`,
    );
  };
}
