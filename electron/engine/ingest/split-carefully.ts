import type { Delimiter } from './delimiter.ts';

/** The longest record that is read, in UTF-16 units; a longer one is quarantined as unreadable. */
export const MOST_UNITS = 1_048_576;

/** How much of an over-long line is kept in the quarantine, in UTF-16 units. */
export const KEPT_UNITS = 65_536;

/** Takes one record: its cells, the physical line it starts on, and whether its quoting is broken. */
export type OnRecord = (cells: string[], line: number, broken: boolean) => void;

/** How far a text was split: the first unit that is still to be read, and its physical line. */
export interface Split {
  readonly consumed: number;
  readonly line: number;
  /** The text ends within an over-long line, whose rest is to be skipped up to its end. */
  readonly withinLongLine: boolean;
}

/**
 * Splits a text into records by RFC 4180, one unit at a time; it defines what the fast way has to agree with.
 * Only the first line of a broken record is lost: reading resumes with the next line. `final` says that
 * nothing follows the text; otherwise an unfinished last record is left for the next call.
 */
export function splitCarefully(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
  final: boolean,
  onRecord: OnRecord,
): Split {
  let start = 0;
  let line = firstLine;
  while (start < text.length) {
    const record = readRecord(text, delimiter, start, final);
    if (record.kind === 'unfinished') break;
    if (record.kind === 'record') {
      const blank = record.end === start;
      if (!blank) onRecord(record.cells, line, false);
      line += 1 + record.innerBreaks;
      start = record.next;
      continue;
    }
    const end = lineEnd(text, start);
    const next = afterLineEnd(text, end, final);
    // What is kept of a line must not hang on how the text came in pieces.
    if (next === undefined && end - start <= MOST_UNITS) break;
    onRecord(rawCells(text.slice(start, end), delimiter), line, true);
    if (next === undefined) return { consumed: end, line, withinLongLine: true };
    start = next;
    line++;
  }
  return { consumed: start, line, withinLongLine: false };
}

type Reading =
  | {
      readonly kind: 'record';
      readonly cells: string[];
      readonly end: number;
      readonly next: number;
      readonly innerBreaks: number;
    }
  | { readonly kind: 'broken' }
  | { readonly kind: 'unfinished' };

const BROKEN: Reading = { kind: 'broken' };
const UNFINISHED: Reading = { kind: 'unfinished' };

function readRecord(text: string, delimiter: Delimiter, start: number, final: boolean): Reading {
  const cells: string[] = [];
  const missing = () => (text.length - start > MOST_UNITS ? BROKEN : UNFINISHED);
  let innerBreaks = 0;
  let index = start;
  for (;;) {
    if (text[index] === '"') {
      const close = closingQuote(text, index + 1);
      if (close === -1) return final ? BROKEN : missing();
      const content = text.slice(index + 1, close);
      innerBreaks += countBreaks(content);
      cells.push(content.includes('"') ? content.replaceAll('""', '"') : content);
      index = close + 1;
      while ((text[index] === ' ' || text[index] === '\t') && text[index] !== delimiter) index++;
    } else {
      const from = index;
      while (index < text.length && text[index] !== delimiter && text[index] !== '\n' && text[index] !== '\r')
        index++;
      cells.push(text.slice(from, index));
    }
    const unit = text[index];
    if (unit === delimiter) {
      index++;
      continue;
    }
    if (unit !== undefined && unit !== '\n' && unit !== '\r') return BROKEN;
    if (index - start > MOST_UNITS) return BROKEN;
    const next = afterLineEnd(text, index, final);
    return next === undefined ? UNFINISHED : { kind: 'record', cells, end: index, next, innerBreaks };
  }
}

/** The quote that closes a quoted field, or -1; a doubled quote is a character. */
function closingQuote(text: string, from: number): number {
  let index = text.indexOf('"', from);
  while (index !== -1 && text[index + 1] === '"') index = text.indexOf('"', index + 2);
  return index;
}

/** Where the line ends: at its LF or CR, or at the end of the text. */
export function lineEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length && text[index] !== '\n' && text[index] !== '\r') index++;
  return index;
}

/** Where the next line begins, or undefined when that cannot be known yet: a CR may be followed by its LF. */
export function afterLineEnd(text: string, end: number, final: boolean): number | undefined {
  if (end >= text.length) return final ? end : undefined;
  if (text[end] === '\r') {
    if (end + 1 >= text.length && !final) return undefined;
    if (text[end + 1] === '\n') return end + 2;
  }
  return end + 1;
}

/** How many line ends a text holds: LF, CRLF or CR. */
export function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The cells of a line whose quoting cannot be trusted: parted at every delimiter, quotes and all. */
function rawCells(line: string, delimiter: Delimiter): string[] {
  return (line.length > MOST_UNITS ? line.slice(0, KEPT_UNITS) : line).split(delimiter);
}
