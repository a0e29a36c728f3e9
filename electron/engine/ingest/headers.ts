/** A header's name as it is compared: in any case, without regard to white space, `_` and `-`. */
export function normalizeHeader(header: string): string {
  return header.toLowerCase().replace(/[\s_\-\uFEFF]/gu, '');
}

/** Where each wanted column stands in a header. */
export interface HeaderMatch {
  /** For each wanted column its index in the header, or -1. */
  readonly indexes: readonly number[];
  /** Wanted columns that two or more headers stand for, with the headers' indexes. */
  readonly ambiguous: readonly { readonly column: string; readonly indexes: readonly number[] }[];
}

/** Finds the wanted columns in a header. */
export function matchHeader(header: readonly string[], wanted: readonly string[]): HeaderMatch {
  const places = new Map<string, number[]>();
  header.forEach((cell, index) => {
    const name = normalizeHeader(cell);
    const found = places.get(name);
    if (found) found.push(index);
    else places.set(name, [index]);
  });
  const found = wanted.map((column) => ({ column, indexes: places.get(normalizeHeader(column)) ?? [] }));
  return {
    indexes: found.map(({ indexes }) => indexes[0] ?? -1),
    ambiguous: found.filter(({ indexes }) => indexes.length > 1),
  };
}
