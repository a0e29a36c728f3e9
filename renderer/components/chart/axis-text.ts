import type { Axis } from '../../../electron/contract/insights.ts';
import { formatDecimal } from '../../format/numbers.ts';
import { formatDay, formatUtc } from '../../format/times.ts';

const NUMBER = new Intl.NumberFormat();
const MONEY = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const RATE = new Intl.NumberFormat(undefined, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const WHOLE_PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const ROUND = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const MONTH = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What stands for a figure that is not there. */
export const NO_FIGURE = '–';

/** A value of the x axis, or a series, as it is written under it: a month as "Jun 2024", nothing as "(none)". */
export function axisText(text: string | null, format: Axis['format']): string {
  if (text === null || text === '') return '(none)';
  switch (format) {
    case 'month': {
      const day = new Date(`${text}-01T00:00:00Z`);
      return Number.isNaN(day.getTime()) ? text : MONTH.format(day);
    }
    case 'date':
      return formatDay(text);
    case 'time':
      return formatUtc(text);
    case 'flag':
      return text === '1' ? 'Yes' : 'No';
    default:
      return text;
  }
}

/** Formats whose values are read as words, not compared as figures. */
const WORDS: ReadonlySet<Axis['format']> = new Set(['text', 'month', 'date', 'time', 'flag']);

/** Whether values of a format are words. */
export function isWords(format: Axis['format']): boolean {
  return WORDS.has(format);
}

/** A value beside its title, in a table or a list of fields: nothing as a dash. */
export function cellText(cell: string | number | null | undefined, format: Axis['format']): string {
  if (cell === null || cell === undefined || cell === '') return NO_FIGURE;
  return isWords(format) ? axisText(String(cell), format) : valueText(Number(cell), format);
}

/** A month, or a decimal that is not part of anything longer, within a sentence. */
const SPOKEN = /(?<![\w.,-])(?:\d{4}-(?:0[1-9]|1[0-2])|-?\d+\.\d+)(?![\w-]|[.,]\d)/g;

/** A sentence with its months and decimals as the user writes them: "2859.80 in 2026-09" as "2,859.80 in Sep 2026". */
export function sentenceText(sentence: string): string {
  return sentence.replaceAll(SPOKEN, (spoken) =>
    /^\d{4}-/.test(spoken) ? axisText(spoken, 'month') : formatDecimal(spoken),
  );
}

/** A figure in full: money with two places, a share with its sign, a rate with one place; nothing as a dash. */
export function valueText(value: number | null, format: Axis['format']): string {
  if (value === null) return NO_FIGURE;
  if (format === 'percent') return PERCENT.format(value / 100);
  if (format === 'rate') return RATE.format(value);
  return (format === 'money' ? MONEY : NUMBER).format(value);
}

/** A figure in few characters, as beside an axis: "12K", "15%". */
export function tickText(value: number, format: Axis['format']): string {
  if (format === 'percent') return PERCENT.format(value / 100);
  if (format === 'rate') return PERCENT.format(value);
  return Math.abs(value) < 10_000 ? NUMBER.format(value) : ROUND.format(value);
}

/** A figure in as few characters as can be, for a small cell, from longer to shorter: "12%", "12". */
export function briefTexts(value: number, format: Axis['format']): readonly string[] {
  if (format !== 'percent' && format !== 'rate')
    return [NUMBER.format(Math.round(value)), ROUND.format(value)];
  const share = format === 'rate' ? value : value / 100;
  return [WHOLE_PERCENT.format(share), NUMBER.format(Math.round(share * 100))];
}
