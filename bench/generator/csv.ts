/** A line of a file: cells to be quoted where they must be, or text or bytes to be written as they are. */
export type Line = readonly string[] | string | Uint8Array;

/** How a file writes its lines. */
export interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly byteOrderMark: boolean;
}

/** RFC 4180 with the line ends of Unix. */
export const PLAIN: Dialect = { delimiter: ',', lineEnd: '\n', byteOrderMark: false };

/** A cell, in quotes where the delimiter, a quote or a line end makes it necessary. */
export function cell(text: string, delimiter = ','): string {
  if (!text.includes(delimiter) && !/["\r\n]/.test(text)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

/** A record as one line of text, without its line end. */
export function record(cells: readonly string[], delimiter = ','): string {
  return cells.map((text) => cell(text, delimiter)).join(delimiter);
}

/** The bytes of a whole file. */
export function fileBytes(lines: readonly Line[], dialect: Dialect): Buffer {
  const end = Buffer.from(dialect.lineEnd);
  const mark = dialect.byteOrderMark ? [Buffer.from([0xef, 0xbb, 0xbf])] : [];
  return Buffer.concat([...mark, ...lines.flatMap((line) => [lineBytes(line, dialect.delimiter), end])]);
}

function lineBytes(line: Line, delimiter: string): Uint8Array {
  if (line instanceof Uint8Array) return line;
  return Buffer.from(typeof line === 'string' ? line : record(line, delimiter));
}
