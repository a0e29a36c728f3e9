import { type Line, record } from '../../csv.ts';

/** Lines as a Windows program of western Europe writes them; the text may hold letters of Latin-1 only. */
export function inWindows1252(lines: readonly (readonly string[])[], delimiter: string): readonly Line[] {
  return lines.map((cells) => Buffer.from(record(cells, delimiter), 'latin1'));
}
