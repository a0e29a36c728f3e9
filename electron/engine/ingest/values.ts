import type { Code } from '../../contract/codes.ts';

/** What a column declares about its values; each kind has its own rules. */
export type ColumnType =
  | { readonly kind: 'id' }
  | { readonly kind: 'text' }
  | { readonly kind: 'integer'; readonly least?: bigint; readonly most?: bigint }
  | { readonly kind: 'decimal'; readonly least?: bigint; readonly most?: bigint }
  /** `most` is a day; in a recipe it is `as_of`, for which `sourcesAsOf` puts the day. */
  | { readonly kind: 'date'; readonly most?: string }
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'email' };

/** In a recipe the place of a day that each run has of its own. */
export const AS_OF = 'as_of';

/** A value as it is stored; a decimal is an integer of ten-thousandths, a timestamp is UTC text that compares as an instant. */
export type StoredValue = string | bigint | null;

/** A fault instead of a value. */
export class Fault {
  readonly code: Code;

  constructor(code: Code) {
    this.code = code;
  }
}

/** Reads a trimmed text that is not empty. */
export type ReadValue = (text: string) => StoredValue | Fault;

/** How many ten-thousandths make one: the scale in which decimals are stored. */
export const DECIMAL_SCALE = 10_000n;

const INT64_MOST = 9_223_372_036_854_775_807n;
const INT64_LEAST = -9_223_372_036_854_775_808n;

const NOT_A_NUMBER = new Fault('not_a_number');
const NOT_A_DATE = new Fault('not_a_date');
const NOT_A_TIMESTAMP = new Fault('not_a_timestamp');
const NOT_A_BOOLEAN = new Fault('not_a_boolean');
const NOT_ALLOWED = new Fault('not_allowed');
const OUT_OF_RANGE = new Fault('out_of_range');

/** The reader of a column's values. */
export function valueReader(type: ColumnType): ReadValue {
  switch (type.kind) {
    case 'id':
      return readId;
    case 'text':
      return (text) => text;
    case 'email':
      return (text) => text.toLowerCase();
    case 'integer':
      return bounded(readInteger, type.least, type.most);
    case 'decimal':
      return bounded(readDecimal, type.least, type.most);
    case 'date':
      return type.most === undefined || type.most === AS_OF ? readDate : datesUntil(type.most);
    case 'timestamp':
      return readTimestamp;
    case 'boolean':
      return readBoolean;
    case 'enum':
      return enumReader(type.values);
  }
}

/**
 * An id exactly as written. A plain integer (digits without leading zero, within 64 bits) is stored as an
 * integer and every other as text, so that SQLite's own order is the order of ids.
 */
export function readId(text: string): StoredValue {
  const { length } = text;
  if (length > 19) return text;
  let small = 0;
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 48 || unit > 57) return text;
    small = small * 10 + (unit - 48);
  }
  if (length > 1 && text.charCodeAt(0) === 48) return text;
  // Up to 15 digits a double is exact, and a BigInt is made of it much faster than of a text.
  if (length <= 15) return BigInt(small);
  const value = BigInt(text);
  return length === 19 && value > INT64_MOST ? text : value;
}

function readInteger(text: string): bigint | Fault {
  if (!/^[+-]?\d+$/.test(text)) return NOT_A_NUMBER;
  return within64Bits(text.charCodeAt(0) === 43 ? text.slice(1) : text);
}

function readDecimal(text: string): bigint | Fault {
  let index = 0;
  const first = text.charCodeAt(0);
  if (first === 43 || first === 45) index = 1;
  const { length } = text;
  // Up to 15 digits a double is exact, and much faster than a BigInt.
  if (length > 15) return readLongDecimal(text);
  let scaled = 0;
  let digits = 0;
  let decimals = -1;
  for (; index < length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 48 && unit <= 57) {
      scaled = scaled * 10 + (unit - 48);
      if (decimals >= 0) decimals++;
      else digits++;
    } else if (unit === 46 && decimals < 0 && digits > 0) {
      decimals = 0;
    } else {
      return NOT_A_NUMBER;
    }
  }
  if (digits === 0 || decimals === 0 || decimals > 4) return NOT_A_NUMBER;
  scaled *= POWERS_OF_TEN[4 - Math.max(decimals, 0)] as number;
  if (!Number.isSafeInteger(scaled)) return readLongDecimal(text);
  // Number zero has a sign, BigInt zero has none: -0 is 0.
  return BigInt(first === 45 ? -scaled : scaled);
}

const POWERS_OF_TEN = [1, 10, 100, 1000, 10_000] as const;

function readLongDecimal(text: string): bigint | Fault {
  const match = /^([+-]?)(\d+)(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return NOT_A_NUMBER;
  const [, sign, whole, decimals = ''] = match;
  return within64Bits(`${sign === '-' ? '-' : ''}${whole}${decimals.padEnd(4, '0')}`);
}

function within64Bits(digits: string): bigint | Fault {
  // BigInt() is quadratic: refuse what cannot fit before it is asked. Leading zeros carry no value.
  const significant = digits.replace(/^(-?)0+(?=\d)/, '$1');
  if (significant.length > 20) return OUT_OF_RANGE;
  const value = BigInt(significant);
  return value > INT64_MOST || value < INT64_LEAST ? OUT_OF_RANGE : value;
}

function bounded(
  read: (text: string) => bigint | Fault,
  least: bigint | undefined,
  most: bigint | undefined,
): ReadValue {
  if (least === undefined && most === undefined) return read;
  return (text) => {
    const value = read(text);
    if (value instanceof Fault) return value;
    return (least !== undefined && value < least) || (most !== undefined && value > most)
      ? OUT_OF_RANGE
      : value;
  };
}

function readDate(text: string): StoredValue | Fault {
  if (!isDay(text)) return NOT_A_DATE;
  if (text.length === 10) return text;
  const time = TIME_AND_ZONE.exec(text.slice(10));
  return time && isTime(time) ? text.slice(0, 10) : NOT_A_DATE;
}

function datesUntil(most: string): ReadValue {
  return (text) => {
    const day = readDate(text);
    return typeof day === 'string' && day > most ? OUT_OF_RANGE : day;
  };
}

/** Hour, minute, second, fraction, then the zone's sign, hour and minute: `T14:30:00.25+01:00`. */
const TIME_AND_ZONE = /^[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):?(\d\d))?$/;

/** UTC text of fixed shape without `Z`, its fraction without trailing zeros: the order of the texts is that of the instants. */
function readTimestamp(text: string): StoredValue | Fault {
  if (!isDay(text)) return NOT_A_TIMESTAMP;
  const day = text.slice(0, 10);
  if (text.length === 10) return `${day}T00:00:00`;
  if (isPlainTime(text)) return `${day}T${text.slice(11, 19)}`;
  const rest = text.slice(10);
  // A zone may follow the day at once: it then shifts midnight.
  const time = TIME_AND_ZONE.exec(/^[T ]/.test(rest) ? rest : `T00:00${rest}`);
  if (!time || !isTime(time)) return NOT_A_TIMESTAMP;
  const [, hour, minute, second = '00', fraction = '', sign, zoneHour, zoneMinute] = time;
  const exact = fraction.replace(/0+$/, '');
  const suffix = exact && `.${exact}`;
  const local = `${day}T${hour}:${minute}:${second}`;
  if (sign === undefined) return local + suffix;
  const minutes = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? 1 : -1);
  const instant = new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString();
  // Beyond the years 0000 to 9999 the text grows a sign and would no longer compare as an instant.
  return instant.length === 24 ? instant.slice(0, 19) + suffix : OUT_OF_RANGE;
}

/** Whether HH:MM:SS, then nothing or `Z`, follows the day and one `T` or space: what most exports write. */
function isPlainTime(text: string): boolean {
  const { length } = text;
  if (length !== 19 && !(length === 20 && text.charCodeAt(19) === 90)) return false;
  const separator = text.charCodeAt(10);
  return (
    (separator === 84 || separator === 32) &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58 &&
    digitsAt(text, 11) < 24 &&
    digitsAt(text, 14) < 60 &&
    digitsAt(text, 17) < 60
  );
}

function isTime([
  ,
  hour,
  minute,
  second = '0',
  ,
  ,
  zoneHour = '0',
  zoneMinute = '0',
]: RegExpExecArray): boolean {
  return (
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    Number(zoneHour) < 24 &&
    Number(zoneMinute) < 60
  );
}

/** Whether a text begins with a real day, YYYY-MM-DD, of the years 0001 to 9999. */
export function isDay(text: string): boolean {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  const month = digitsAt(text, 5);
  const day = digitsAt(text, 8);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= daysOf(year, month);
}

/** Whether a text is an instant as it is stored: UTC, without `Z`, its fraction without trailing zeros. */
export function isInstant(text: string): boolean {
  return readTimestamp(text) === text;
}

/** The two digits at an index as a number, NaN where they are no digits. */
function digitsAt(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const BOOLEANS: ReadonlyMap<string, bigint> = new Map(
  ['1', 'true', 'yes', 'y', 't']
    .map((word): [string, bigint] => [word, 1n])
    .concat(['0', 'false', 'no', 'n', 'f'].map((word): [string, bigint] => [word, 0n])),
);

function readBoolean(text: string): StoredValue | Fault {
  return BOOLEANS.get(text) ?? BOOLEANS.get(text.toLowerCase()) ?? NOT_A_BOOLEAN;
}

function enumReader(values: readonly string[]): ReadValue {
  const byText = new Map(values.map((value) => [value.toLowerCase(), value]));
  return (text) => byText.get(text.toLowerCase()) ?? NOT_ALLOWED;
}
