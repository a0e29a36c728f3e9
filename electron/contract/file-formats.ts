// By themselves, so that a run does not start what carries the calls.

/** Encodings that a file can be read in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** Characters that can part fields. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How dates are written, beside year-month-day: the order of day, month and year, with `/`, `.` or `-` between them. */
export const DATE_FORMATS = ['year-month-day', 'day-month-year', 'month-day-year', 'yyyymmdd'] as const;

/** How numbers are written, beside `1234.50`: `1,234.50` or `1.234,50`, also with a currency sign and spaces; in brackets below nought. */
export const NUMBER_FORMATS = [
  'plain',
  'decimal-point',
  'decimal-comma',
  'decimal-point-brackets',
  'decimal-comma-brackets',
] as const;
