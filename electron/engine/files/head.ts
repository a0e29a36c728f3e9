import { Failure } from '../failure.ts';
import type { Delimiter } from '../ingest/delimiter.ts';
import {
  concludeEncoding,
  type Encoding,
  EncodingCheck,
  type EncodingFinding,
  looksLikeUnmarkedUtf16,
  readMark,
  unreadableText,
} from '../ingest/encoding.ts';
import { isBlank, noHeader } from '../ingest/feed-records.ts';
import { type InputFile, openInput } from '../ingest/input-file.ts';
import { RecordSplitter } from '../ingest/split-records.ts';
import { unmarkedUtf16 } from '../ingest/survey.ts';

/** How much of a file is looked at before it is loaded. */
const HEAD_BYTES = 256 * 1024;

/** Characters that are split at once: mostly a few records are wanted. */
const SLICE = 8 * 1024;

/** The first part of a file as text. */
export interface Head {
  readonly path: string;
  readonly name: string;
  /** Of the whole file, as it stands on disk. */
  readonly bytes: number;
  readonly encoding: EncodingFinding;
  readonly text: string;
  /** Whether the text is all of the file. */
  readonly whole: boolean;
  readonly firstLine: string;
}

/** A file's first records. */
export interface HeadRecords {
  readonly header: readonly string[];
  /** The line on which the header stands. */
  readonly line: number;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Reads the first part of a file. Throws a Failure where it cannot be read or is no flat file. */
export async function readHead(path: string, name: string, decided?: Encoding): Promise<Head> {
  const file = openInput(path, name);
  try {
    const { start, whole } = await startOf(file);
    const encoding = encodingOf(path, start, whole, decided);
    const text = new TextDecoder(encoding.encoding, { ignoreBOM: true }).decode(
      start.subarray(encoding.markBytes),
      { stream: !whole },
    );
    return {
      path,
      name,
      bytes: file.bytes,
      encoding,
      text,
      whole,
      firstLine: text.match(/[^\r\n]+/)?.[0] ?? '',
    };
  } finally {
    file.close();
  }
}

/** The first records by a delimiter. Throws a Failure where there is no header, or none that can be read. */
export function headRecords(head: Head, delimiter: Delimiter, most: number): HeadRecords {
  const unreadable = unreadableText(head.encoding);
  const records: { readonly line: number; readonly cells: readonly string[] }[] = [];
  const splitter = new RecordSplitter(delimiter, (cells, line, broken) => {
    if (records.length === 0 && (broken || cells.some((cell) => unreadable.test(cell)))) {
      throw new Failure(
        `${head.path}: the header on line ${line} cannot be read.`,
        'Is it a flat file? Export it again.',
      );
    }
    if (records.length <= most) records.push({ line, cells });
  });
  let at = 0;
  for (; at < head.text.length && records.length <= most; at += SLICE) {
    splitter.push(head.text.slice(at, at + SLICE));
  }
  if (head.whole && at >= head.text.length) splitter.end();
  const [first, ...rows] = records;
  if (!first || isBlank(first.cells)) throw noHeader(head.path);
  return { header: first.cells, line: first.line, rows };
}

async function startOf(file: InputFile): Promise<{ readonly start: Buffer; readonly whole: boolean }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of file.content(() => {})) {
    if (length >= HEAD_BYTES) return { start: Buffer.concat(pieces), whole: false };
    // A piece is good until the next one is asked for.
    pieces.push(Buffer.from(piece));
    length += piece.length;
  }
  return { start: Buffer.concat(pieces), whole: true };
}

function encodingOf(
  path: string,
  start: Buffer,
  whole: boolean,
  decided: Encoding | undefined,
): EncodingFinding {
  const mark = readMark(start);
  if (!mark && !decided && looksLikeUnmarkedUtf16(start)) throw unmarkedUtf16(path);
  const check = new EncodingCheck(decided ?? mark?.encoding ?? 'utf-8');
  check.push(start);
  if (whole) check.end();
  return concludeEncoding(mark, check.sound, decided);
}
