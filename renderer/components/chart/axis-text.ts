import type { Axis } from '../../../electron/contract/insights.ts';

const NUMBER = new Intl.NumberFormat();
const MONEY = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const ROUND = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const MONTH = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A value of the x axis, or a series, as it is written under it: a month as "Jun 2024", nothing as "(none)". */
export function axisText(text: string | null, format: Axis['format']): string {
  if (text === null || text === '') return '(none)';
  if (format !== 'month') return text;
  const day = new Date(`${text}-01T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? text : MONTH.format(day);
}

/** A number of the y axis in full: money with two places, a share with its sign. */
export function valueText(value: number, format: Axis['format']): string {
  if (format === 'percent') return PERCENT.format(value / 100);
  return (format === 'money' ? MONEY : NUMBER).format(value);
}

/** A number beside the y axis, in few characters: "12K". */
export function tickText(value: number): string {
  return Math.abs(value) < 10_000 ? NUMBER.format(value) : ROUND.format(value);
}
