import type { CompareFigure } from './compare-figures.ts';

/** How a figure stands to the same one of other audits. */
export type Mark = 'high' | 'low' | null;

/** How many times another share it has to be, and by how much of the whole it has to differ. */
const TIMES = 1.5;
const LEAST = 0.01;

/**
 * Which shares of a row stand out from the middle one. Of faults any is too many where most audits have none; of other
 * figures a small difference says nothing. null: the audit has no such stage.
 */
export function marksOf(shares: readonly (number | null)[], isFault: boolean): readonly Mark[] {
  const sorted = shares.filter((share) => share !== null).toSorted((one, other) => one - other);
  if (sorted.length < 2) return shares.map(() => null);
  // Of an even number the lower middle: where half have none, the others stand out.
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return shares.map((share) => {
    if (share === null || (!isFault && Math.abs(share - middle) < LEAST)) return null;
    if (share > middle * TIMES) return 'high';
    return share * TIMES < middle ? 'low' : null;
  });
}

/** What a row of figures shows across audits, in words; `figures` and `marks` are in the order of `names`. */
export function patternOf(
  figure: Pick<CompareFigure, 'isFault'>,
  names: readonly string[],
  figures: readonly (number | null)[],
  marks: readonly Mark[],
): string {
  const having = figures.filter((each) => each !== null).length;
  if (having < 2) return '';
  const some = names.filter((_, place) =>
    figure.isFault ? (figures[place] ?? 0) > 0 : marks[place] !== null,
  );
  if (!figure.isFault) {
    if (some.length === 0) return 'Alike';
    return some.length === 1 ? `${some[0]} stands out` : `${some.length} of ${having} stand out`;
  }
  if (some.length === 0) return 'In none';
  if (some.length === having) return `In all ${having}`;
  return some.length === 1 ? `Only in ${some[0]}` : `In ${some.length} of ${having}`;
}
