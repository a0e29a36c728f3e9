import { matchHeader } from './headers.ts';

/** The characters that may part fields. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Tells the delimiter from the header: the one by which most of the wanted columns are found; of equal ones
 * the most frequent outside quotes.
 */
export function findDelimiter(headerLine: string, wanted: readonly string[]): Delimiter {
  let best: Delimiter = ',';
  let bestScore: readonly [found: number, cells: number] = [-1, -1];
  for (const delimiter of DELIMITERS) {
    const cells = cellsOfLine(headerLine, delimiter);
    const found = matchHeader(cells, wanted).indexes.filter((index) => index >= 0).length;
    if (found > bestScore[0] || (found === bestScore[0] && cells.length > bestScore[1])) {
      best = delimiter;
      bestScore = [found, cells.length];
    }
  }
  return best;
}

function cellsOfLine(line: string, delimiter: Delimiter): readonly string[] {
  const outside = delimiter === '|' ? '\\|' : delimiter;
  // Either a quoted text, in which the delimiter is a character like others, or what holds neither. With a delimiter before the first cell,
  // too, no match is empty: behind an empty one the search would leave out a character.
  const cells =
    (delimiter + line).match(new RegExp(`${outside}(?:"(?:[^"]|"")*"|[^${outside}])*`, 'g')) ?? [];
  return cells.map((cell) => unquote(cell.slice(1).trim()));
}

function unquote(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;
}
