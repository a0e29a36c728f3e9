import { WHITE_SPACE_SQL } from '../white-space.ts';
import { FOLD_FUNCTION } from '../workspace/database.ts';
import { RATIO_MACROS } from './ratio-macros.ts';

/** A word that stands for SQL which differs between dialects. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly string[];
  /** One line for the documentation. */
  readonly description: string;
  /** A parameter that has to be a number from 0 to 4 where it is used, as the SQL hangs on it. */
  readonly written?: string;
  /** The SQL, without a line break of its own, from arguments in parentheses. */
  readonly expand: (...args: readonly string[]) => string;
}

/** Every macro; a new one needs a line here and one in docs/recipes.md. */
export const MACROS: readonly Macro[] = [
  {
    name: 'is_email',
    parameters: ['text'],
    description:
      'whether the text is a well-formed address: no white space, exactly one @, something before it, and after it a name with an inner dot; null for null',
    expand: isEmail,
  },
  {
    name: 'days_between',
    parameters: ['first', 'second'],
    description:
      'number of days from the first day to the second, negative where the second is earlier; times of day do not count',
    expand: (first, second) =>
      `((unixepoch(substr(${second}, 1, 10)) - unixepoch(substr(${first}, 1, 10))) / 86400)`,
  },
  {
    name: 'month_of',
    parameters: ['date'],
    description: 'the month of a date or a timestamp as YYYY-MM',
    expand: (date) => `substr(${date}, 1, 7)`,
  },
  {
    name: 'months_between',
    parameters: ['first', 'second'],
    description: 'number of months from the first month to the second, both YYYY-MM or days',
    expand: (first = '', second = '') => `(${monthNumber(second)} - ${monthNumber(first)})`,
  },
  {
    name: 'month_end',
    parameters: ['month'],
    description: 'the last day of a month YYYY-MM',
    expand: (month) => `date(${month} || '-01', '+1 month', '-1 day')`,
  },
  {
    name: 'next_month',
    parameters: ['month'],
    description: 'the month after a month YYYY-MM',
    expand: (month) => `substr(date(${month} || '-01', '+1 month'), 1, 7)`,
  },
  {
    name: 'next_day',
    parameters: ['date'],
    description: 'the day after a day',
    expand: (date) => `date(${date}, '+1 day')`,
  },
  {
    name: 'days_after',
    parameters: ['date', 'days'],
    description: 'the day so many days after a day; before it where the number is negative',
    expand: (date, days) => `date(${date}, ${days} || ' days')`,
  },
  {
    name: 'weekday',
    parameters: ['date'],
    description: 'the day of the week, 1 for Monday to 7 for Sunday',
    expand: (date) => `cast(strftime('%u', ${date}) as integer)`,
  },
  {
    name: 'import_of',
    parameters: ['record'],
    description: 'the number of the file, in `import`, that a record comes from',
    expand: (record) => `(${record} >> 32)`,
  },
  {
    name: 'folded',
    parameters: ['text'],
    description: 'the text in small letters, of every script, to compare in any case; null for null',
    // SQLite's own lower() knows ASCII only, and is much quicker than a function of ours.
    expand: (text) =>
      `(case when ${text} not glob '*[^ -~]*' then lower(${text}) else ${FOLD_FUNCTION}(${text}) end)`,
  },
  {
    name: 'trimmed',
    parameters: ['text'],
    description: 'the text without the white space around it, of every kind that is taken off cells',
    expand: (text) => `trim(${text}, ${WHITE_SPACE_SQL})`,
  },
  {
    name: 'in_words',
    parameters: ['code'],
    description: 'a code as words: at_risk is "At risk"',
    expand: (code) => `(upper(substr(${code}, 1, 1)) || replace(substr(${code}, 2), '_', ' '))`,
  },
  {
    name: 'decimal_of',
    parameters: ['text'],
    description: 'the ten-thousandths of a text that is a decimal, as a decimal column stores them',
    expand: (text) => decimalOf(`${text} || case when instr(${text}, '.') > 0 then '' else '.' end`),
  },
  ...RATIO_MACROS,
];

/** Months since the year 0. */
function monthNumber(month: string): string {
  return `(12 * substr(${month}, 1, 4) + substr(${month}, 6, 2))`;
}

function isEmail(text = ''): string {
  // By position instead of LIKE: patterns with several % take quadratic time on hostile text.
  const domain = `substr(${text}, instr(${text}, '@') + 1)`;
  return [
    `(instr(${text}, '@') > 1`,
    `instr(${domain}, '@') = 0`,
    `instr(${domain}, '.') > 1`,
    `substr(${text}, -1) <> '.'`,
    // Nearly all addresses are plain ASCII: one range is much quicker to look for than the list.
    `(${text} not glob '*[^!-~]*' or ${text} not glob '*[' || ${WHITE_SPACE_SQL} || ']*'))`,
  ].join(' and ');
}

/** Digits before the point, and four behind it, put together as one whole number: exact, unlike a cast to a float. */
function decimalOf(text: string): string {
  const point = `instr(${text}, '.')`;
  return `cast(substr(${text}, 1, ${point} - 1) || substr(substr(${text}, ${point} + 1) || '0000', 1, 4) as integer)`;
}
