import type { Column } from './sources.ts';
import { readRecord } from './split.ts';

export interface Header {
  readonly delimiter: string;
  readonly cells: readonly string[];
}

/** A header without what does not count: case, spaces, underscores and dashes. */
export function normalise(header: string): string {
  return header.toLowerCase().replace(/[ _-]/g, '').trim();
}

/** Tells the delimiter by the declared columns that each candidate finds in the header line. */
export function readHeader(text: string, columns: readonly Column[]): Header {
  let best: { readonly header: Header; readonly found: number } | undefined;
  for (const delimiter of [',', ';', '\t', '|']) {
    const cells = readRecord(text, 0, delimiter)?.cells;
    if (!cells) continue;
    const found = columns.filter((column) => placeOf(column.name, cells) >= 0).length;
    // Occurrences are one fewer than cells; the earlier candidate stays where all is equal.
    const better =
      !best || found > best.found || (found === best.found && cells.length > best.header.cells.length);
    if (better) best = { header: { delimiter, cells }, found };
  }
  if (!best) throw new Error('The header is broken.');
  return best.header;
}

/** Where a declared column stands in a header, or -1. */
export function placeOf(name: string, header: readonly string[]): number {
  return header.findIndex((cell) => normalise(cell) === normalise(name));
}
