import { styleText } from 'node:util';
import { counted, whole } from '../../engine/run/words.ts';

export { counted, whole };

/** How many are taken away: -1,981, or 0. */
export function minus(value: number): string {
  return value === 0 ? '0' : `-${whole(value)}`;
}

/** Lines under a title, followed by an empty one; nothing without lines. */
export function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [styled('bold', title), ...lines, ''];
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
