/** One logical line of a file, as it is cut into cells. */
export interface RawRecord {
  /** The physical line on which it starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether the quoting is broken or the record too long: then the cells are those of one raw line. */
  readonly broken: boolean;
}

/** The longest record, in UTF-16 units. */
export const LONGEST_RECORD = 1_048_576;

const KEPT_OF_A_LONG_LINE = 65_536;

/** Cuts a text into records; blank lines are none. */
export function splitRecords(text: string, delimiter: string): readonly RawRecord[] {
  const records: RawRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    if (isLineEnd(text, at)) {
      at = afterLineEnd(text, at);
      line++;
      continue;
    }
    const record = readRecord(text, at, delimiter);
    const end = record?.end ?? endOfLine(text, at);
    if (record) records.push({ line, cells: record.cells, broken: false });
    else records.push({ line, cells: rawCells(text.slice(at, end), delimiter), broken: true });
    line += countLineEnds(text.slice(at, end)) + 1;
    at = afterLineEnd(text, end);
  }
  return records;
}

/** The record that starts at a place and where it ends, or undefined where it is broken. */
export function readRecord(
  text: string,
  start: number,
  delimiter: string,
): { readonly cells: readonly string[]; readonly end: number } | undefined {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    const cell = text[at] === '"' ? readQuoted(text, at, delimiter) : readPlain(text, at, delimiter);
    if (!cell) return undefined;
    cells.push(cell.value);
    at = cell.end;
    if (text[at] === delimiter) continue;
    return at - start > LONGEST_RECORD ? undefined : { cells, end: at };
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

function readPlain(text: string, start: number, delimiter: string): Cell {
  let at = start;
  while (at < text.length && text[at] !== delimiter && !isLineEnd(text, at)) at++;
  return { value: text.slice(start, at), end: at };
}

function readQuoted(text: string, start: number, delimiter: string): Cell | undefined {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at++;
  }
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at++;
  const ends = at >= text.length || text[at] === delimiter || isLineEnd(text, at);
  return ends ? { value, end: at } : undefined;
}

function rawCells(line: string, delimiter: string): readonly string[] {
  return (line.length > LONGEST_RECORD ? line.slice(0, KEPT_OF_A_LONG_LINE) : line).split(delimiter);
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isLineEnd(text, at)) at++;
  return at;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
