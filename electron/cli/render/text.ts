import { styleText } from 'node:util';

/** A whole number as a person reads it: 1,981. */
export function whole(value: number): string {
  return value.toLocaleString('en-US');
}

/** A count with its noun: `1 row`, `1,981 rows`. */
export function counted(value: number, noun: string): string {
  return `${whole(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** Text in a style where standard output shows styles, plain elsewhere. */
export function styled(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Rows of cells as aligned columns; `align` has a letter a column, l or r, and the last l is not padded. */
export function columns(rows: readonly (readonly string[])[], align: string): readonly string[] {
  const widths = [...align].map((_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        align[column] === 'r' ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
