import type { Column } from '../recipe/recipe.ts';
import { suggest } from '../suggest.ts';
import { cellsTell } from './cells-tell.ts';

/** Words that name a number by which something is known. */
const NUMBER_WORDS = new Set(['id', 'no', 'nr', 'num', 'number', 'key', 'code', 'ref', 'reference']);

/** What a name that is nearly the column's is worth; what words in common are worth at most; what a pair needs. */
const NEAR = 3;
const WORDS = 2;
const ENOUGH = 1;

/** A column that no header stands for, and one that may. */
interface Pair {
  readonly column: string;
  readonly header: string;
  readonly byName: number;
  readonly byCells: number;
}

/**
 * For columns that no header stands for the likeliest of the headers that are free: by their names and by what the first records have below them.
 * Each header is named once. What only the cells speak for is named where there is no second that it could be.
 */
export function suggestHeaders(
  columns: readonly Column[],
  indexes: readonly number[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const lacking = columns.filter((_, column) => indexes[column] === -1);
  const free = header.map((cell, place) => ({ cell, place })).filter(({ cell }) => cell.trim() !== '');
  const spare = free.filter(({ place }) => !indexes.includes(place));
  const pairs = lacking.flatMap((column) =>
    spare.map(({ cell, place }): Pair => {
      const texts = rows.map((cells) => (cells[place] ?? '').trim()).filter((text) => text !== '');
      const byCells = cellsTell(column.type, texts);
      return { column: column.name, header: cell, byName: nameFit(column.header, cell), byCells };
    }),
  );
  const found = new Map<string, string>();
  const isOpen = ({ column, header: cell }: Pair) =>
    !found.has(column) && ![...found.values()].includes(cell);
  const sum = ({ byName, byCells }: Pair) => byName + byCells;
  const named = pairs.filter((pair) => pair.byName > 0 && sum(pair) >= ENOUGH);
  for (const pair of named.sort((one, other) => sum(other) - sum(one))) {
    if (isOpen(pair)) found.set(pair.column, pair.header);
  }
  const told = pairs.filter((pair) => pair.byCells >= ENOUGH && isOpen(pair));
  const likeliest = told.filter(
    (pair) => !told.some((other) => other.column === pair.column && other.byCells > pair.byCells),
  );
  for (const pair of likeliest) {
    const rivals = likeliest.filter(
      ({ column, header: cell }) => column === pair.column || cell === pair.header,
    );
    if (rivals.length === 1) found.set(pair.column, pair.header);
  }
  return found;
}

/** How well a header's name fits a column's, 0: not at all. */
function nameFit(column: string, header: string): number {
  if (suggest(column, [header]) !== undefined) return NEAR;
  const [wanted, given] = [wordsOf(column), wordsOf(header)];
  const shared = wanted.filter((word) => given.some((other) => isSameWord(word, other)));
  // That both are numbers of something does not say of what.
  if (!shared.some((word) => !NUMBER_WORDS.has(word))) return 0;
  return (WORDS * shared.length) / wanted.length - 0.1 * Math.max(given.length - shared.length, 0);
}

/** `Cust. No`, `custNo` and `CUST_NO` are cust and no. */
function wordsOf(name: string): readonly string[] {
  return (name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.toLowerCase(),
  );
}

/** The same word, one cut short of three letters or more, or two words for a number. */
function isSameWord(one: string, other: string): boolean {
  if (one === other || (NUMBER_WORDS.has(one) && NUMBER_WORDS.has(other))) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && long.startsWith(short);
}
