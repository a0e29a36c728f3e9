import type { Beside } from './beside.ts';

const TAKES: Readonly<Record<Exclude<Beside['takes'], 'nothing'>, string>> = {
  date: 'a real day, written year-month-day',
  decimal: 'a number with up to four decimals after a point',
  integer: 'a whole number',
};

/** What a column takes under a condition, as a sentence: "Beside field = born it takes a real day, written year-month-day." */
export function besideSentence({ where, takes, list }: Beside): string {
  const columns = where.map(({ column, values }) => `${column} = ${oneOf(values)}`);
  const what = takes === 'nothing' ? 'no value is right' : `it takes ${inList(TAKES[takes], list)}`;
  return `Beside ${columns.join(' and ')} ${what}.`;
}

/** What to do about a text that does not meet a condition. */
export function besideAdvice({ where, takes }: Beside): string {
  const columns = oneOf(where.map(({ column }) => column));
  return takes === 'nothing' ? `Correct ${columns}.` : `Write such a value, or correct ${columns}.`;
}

function inList(value: string, list: string | undefined): string {
  return list === undefined ? value : `values with ${list} between them, each ${value}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? values.join() : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
