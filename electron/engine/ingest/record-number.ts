const LINE_BITS = 32n;
const LINE_MASK = (1n << LINE_BITS) - 1n;

/** The number of a record: it orders records by import, then by line. */
export function recordNumber(importNumber: number, line: number): bigint {
  return (BigInt(importNumber) << LINE_BITS) + BigInt(line);
}

/** The first and the last number that records of an import can have. */
export function recordRange(importNumber: number): readonly [first: bigint, last: bigint] {
  const first = recordNumber(importNumber, 0);
  return [first, first + LINE_MASK];
}

/** The import and the physical line of a record. */
export function placeOf(record: bigint): { readonly importNumber: number; readonly line: number } {
  return { importNumber: Number(record >> LINE_BITS), line: Number(record & LINE_MASK) };
}
