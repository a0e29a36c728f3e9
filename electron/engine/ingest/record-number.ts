const LINE_BITS = 32n;
const LINE_MASK = (1n << LINE_BITS) - 1n;

/** The numbers of an import's records, by physical line: they order records by import, then by line. */
export function recordNumbers(importNumber: number): (line: number) => bigint {
  const first = BigInt(importNumber) << LINE_BITS;
  return (line) => first + BigInt(line);
}

/** The first and the last number that records of an import can have. */
export function recordRange(importNumber: number): readonly [first: bigint, last: bigint] {
  const first = recordNumbers(importNumber)(0);
  return [first, first + LINE_MASK];
}

/** The import and the physical line of a record. */
export function placeOf(record: bigint): { readonly importNumber: number; readonly line: number } {
  return { importNumber: Number(record >> LINE_BITS), line: Number(record & LINE_MASK) };
}
