import type { Reading } from '../../contract/files.ts';
import { type Format, type Formats, listOf } from '../ingest/value-formats.ts';
import type { Column } from '../recipe/recipe.ts';

const NAMES: Readonly<Record<Format, string>> = {
  'day-month-year': 'day/month/year',
  'month-day-year': 'month/day/year',
  'year-month-day': 'year/month/day',
  yyyymmdd: 'yearmonthday',
  plain: 'plain numbers like 1234.50',
  'decimal-point': 'numbers like 1,234.50',
  'decimal-comma': 'numbers like 1.234,50',
  'decimal-point-brackets': 'numbers like 1,234.50 and (1,234.50) below nought',
  'decimal-comma-brackets': 'numbers like 1.234,50 and (1.234,50) below nought',
};

/** What formats are called in sentences. */
export function formatsName(formats: Formats): string {
  return listOf(formats)
    .map((format) => NAMES[format])
    .join(' or ');
}

/** The reading with other formats for a column, or with none. */
export function withFormats(reading: Reading, { name }: Column, formats: Formats | undefined): Reading {
  const { [name]: _, ...others } = reading.formats ?? {};
  if (formats === undefined || formats.length === 0) return { ...reading, formats: others };
  return { ...reading, formats: { ...others, [name]: typeof formats === 'string' ? formats : [...formats] } };
}

/** A count with commas between its thousands. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
