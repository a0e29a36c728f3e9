import type { Delimiter } from '../ingest/delimiter.ts';

/** One record as a test expects it. */
export interface ExpectedRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly broken: boolean;
}

const MOST_UNITS = 1_048_576;
const KEPT_UNITS = 65_536;

/**
 * Splits a whole text into records by regular expressions: it shares nothing with the ways in which the engine
 * splits, so that tests can hold them against it.
 */
export function splitByPattern(text: string, delimiter: Delimiter): readonly ExpectedRecord[] {
  const literal = RegExp.escape(delimiter);
  const blanks = delimiter === '\t' ? ' *' : '[ \\t]*';
  const quoted = `"[^"]*(?:""[^"]*)*"${blanks}(?=${literal}|\\r|\\n|$)`;
  const field = `(?:${quoted}|(?!")[^${literal}\\r\\n]*)`;
  const wellFormed = new RegExp(`${field}(?:${literal}${field})*(?=\\r|\\n|$)`, 'y');
  const eachField = new RegExp(`${literal}(${field})`, 'g');

  const records: ExpectedRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const record = matchAt(wellFormed, text, at);
    const broken = record === undefined || record.length > MOST_UNITS;
    const taken = broken ? (matchAt(LINE, text, at) ?? '') : record;
    if (broken) records.push({ cells: rawCells(taken, delimiter), line, broken });
    else if (taken !== '') {
      const cells = [...(delimiter + taken).matchAll(eachField)].map(([, cell = '']) => unquoted(cell));
      records.push({ cells, line, broken });
    }
    const ended = taken + (matchAt(LINE_END, text, at + taken.length) ?? '');
    line += ended.match(/\r\n|\r|\n/g)?.length ?? 0;
    at += ended.length;
  }
  return records;
}

const LINE = /[^\r\n]*/y;
const LINE_END = /\r\n|\r|\n/y;

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.trimEnd().slice(1, -1).replaceAll('""', '"') : cell;
}

function rawCells(line: string, delimiter: Delimiter): readonly string[] {
  return (line.length > MOST_UNITS ? line.slice(0, KEPT_UNITS) : line).split(delimiter);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
