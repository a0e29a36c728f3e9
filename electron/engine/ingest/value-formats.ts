import type { DateFormat, NumberFormat } from '../../contract/files.ts';
import { type ColumnType, Fault, type ReadValue, valueReader } from './values.ts';

/** How a column's dates or numbers are written. */
export type Format = DateFormat | NumberFormat;

/** All the ways in which they are: dates may have several. */
export type Formats = Format | readonly DateFormat[];

/** The ways one by one. */
export function listOf(formats: Formats | undefined): readonly Format[] {
  if (formats === undefined) return [];
  return typeof formats === 'string' ? [formats] : formats;
}

/** The formats that columns of a kind can have. */
export function formatsOf(kind: ColumnType['kind']): readonly Format[] {
  if (kind === 'date' || kind === 'timestamp') return DATES;
  return kind === 'integer' || kind === 'decimal' ? NUMBERS : [];
}

const DATES = ['day-month-year', 'month-day-year', 'year-month-day', 'yyyymmdd'] as const;
const NUMBERS = [
  'decimal-point',
  'decimal-comma',
  'decimal-point-brackets',
  'decimal-comma-brackets',
] as const;

const NOT_A_NUMBER = new Fault('not_a_number');

/**
 * The reader of a column whose values are written in a format or, of dates, in several. Dates are read as ever, too: a text that is a day
 * without a format is the same day with one. Of numbers with a decimal comma that does not hold: 1.234 is then a thousand and more.
 */
export function formattedReader(type: ColumnType, formats: Formats | undefined): ReadValue {
  const read = valueReader(type);
  const [first, ...others] = listOf(formats);
  if (first === undefined) return read;
  if (others.length === 0) return readerOf(read, first);
  // Which day it is has to be plain before the column's limits are looked at: they may not decide between two.
  const day = valueReader({ kind: type.kind === 'timestamp' ? 'timestamp' : 'date' });
  return readAnyOf(
    read,
    [first, ...others].map((format) => readerOf(day, format)),
  );
}

/** What one of several ways reads; a text that two of them read as different days is as faulty as it is without any. */
function readAnyOf(plain: ReadValue, ways: readonly ReadValue[]): ReadValue {
  return (text) => {
    const asEver = plain(text);
    if (!(asEver instanceof Fault)) return asEver;
    let day: string | undefined;
    for (const read of ways) {
      const found = read(text);
      if (typeof found !== 'string') continue;
      if (day !== undefined && day !== found) return asEver;
      day = found;
    }
    return day === undefined ? asEver : plain(day);
  };
}

function readerOf(read: ReadValue, format: Format): ReadValue {
  switch (format) {
    case 'plain':
      return read;
    case 'decimal-point':
      return readNumber(read, POINT);
    case 'decimal-comma':
      return readNumber(read, COMMA);
    case 'decimal-point-brackets':
      return readNumber(read, BRACKETS_POINT);
    case 'decimal-comma-brackets':
      return readNumber(read, BRACKETS_COMMA);
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

const CURRENCY = '(?:\\p{Sc}|[A-Z]{3})';
const SPACE = '[ \\u00a0\\u2009\\u202f]?';

/** The digits in groups of three by one and the same sign, or without. */
function digitsShape(group: string, point: string): string {
  return (
    // A nought before a group is no thousand: 0,123 is then no number.
    `([1-9]\\d{0,2}(?:([${group} \\u00a0\\u2009\\u202f'’])\\d{3})(?:\\3\\d{3})*|\\d+)` +
    `(?:${point}(\\d{1,4}))?`
  );
}

/** Sign and currency in either order, before or after. */
function numberShape(group: string, point: string): RegExp {
  return new RegExp(
    `^(?:${CURRENCY}${SPACE})?([+\\-\u2212]?)${SPACE}(?:${CURRENCY}${SPACE})?` +
      `${digitsShape(group, point)}(?:${SPACE}${CURRENCY})?$`,
    'u',
  );
}

/** As accounts write them: below nought in brackets, and never with a sign. */
function bracketsShape(group: string, point: string): RegExp {
  return new RegExp(
    `^(?=[^()]*(?:\\([^()]*\\)[^()]*)?$)(?:${CURRENCY}${SPACE})?(\\(?)${SPACE}(?:${CURRENCY}${SPACE})?` +
      `${digitsShape(group, point)}(?:${SPACE}${CURRENCY})?${SPACE}\\)?(?:${SPACE}${CURRENCY})?$`,
    'u',
  );
}

const POINT = numberShape(',', '\\.');
const COMMA = numberShape('.', ',');
const BRACKETS_POINT = bracketsShape(',', '\\.');
const BRACKETS_COMMA = bracketsShape('.', ',');

/** Writes a number as digits with a point and has that read; an opening bracket is a minus. */
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
