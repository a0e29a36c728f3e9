import { isAscii } from 'node:buffer';
import type { Encoding } from '../ingest/encoding.ts';
import { type InputFile, openInput } from '../ingest/input-file.ts';
import type { AssumedFile } from './assume.ts';

/** Lines that are shown as a proof. */
const MOST_LINES = 3;

/** A shown line is not longer than this, in UTF-16 units. */
const MOST_UNITS = 300;

const LF = 10;
const CR = 13;

/**
 * The first lines of a file with letters beyond ASCII, or with bytes that are no text in its encoding. Of files of two bytes a letter
 * none: they have a mark or the user's word.
 */
export async function linesBeyondAscii(
  { path, name, encoding: { encoding, markBytes } }: Pick<AssumedFile, 'path' | 'name' | 'encoding'>,
  sound: boolean,
): Promise<readonly { readonly line: number; readonly text: string }[]> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return [];
  const shows = sound
    ? (text: Buffer) => !isAscii(text)
    : (text: Buffer) => decoded(text, encoding).includes('\ufffd');
  const found: { line: number; text: string }[] = [];
  const lines = new LineReader((bytes, line) => {
    if (shows(bytes)) found.push({ line, text: decoded(bytes, encoding).slice(0, MOST_UNITS) });
  });
  const file = openInput(path, name);
  let skip = markBytes;
  try {
    if (await isPlain(file)) return [];
    for await (const piece of file.content(() => {})) {
      lines.push(piece.subarray(skip));
      skip = 0;
      if (found.length >= MOST_LINES) break;
    }
    lines.end();
  } finally {
    file.close();
  }
  return found.slice(0, MOST_LINES);
}

function decoded(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** Hands on the lines that are not all ASCII, with their numbers; of the others only the line ends are counted. */
class LineReader {
  readonly #onLine: (bytes: Buffer, line: number) => void;
  #line = 1;
  #carried: Buffer = Buffer.alloc(0);
  #afterReturn = false;

  constructor(onLine: (bytes: Buffer, line: number) => void) {
    this.#onLine = onLine;
  }

  push(piece: Buffer): void {
    let start = 0;
    if (this.#afterReturn && piece[0] === LF) start = 1;
    this.#afterReturn = false;
    const plain = isAscii(piece) && isAscii(this.#carried);
    for (;;) {
      const end = lineEnd(piece, start);
      if (end === -1) break;
      if (!plain) this.#tell(piece.subarray(start, end));
      this.#line++;
      this.#carried = Buffer.alloc(0);
      if (piece[end] === CR && end + 1 === piece.length) this.#afterReturn = true;
      start = piece[end] === CR && piece[end + 1] === LF ? end + 2 : end + 1;
    }
    const rest = piece.subarray(start);
    // Of a very long line its beginning is enough to show.
    if (this.#carried.length < 1_000_000) this.#carried = Buffer.concat([this.#carried, rest]);
  }

  end(): void {
    if (this.#carried.length > 0) this.#tell(Buffer.alloc(0));
  }

  #tell(rest: Buffer): void {
    const line = this.#carried.length > 0 ? Buffer.concat([this.#carried, rest]) : rest;
    if (!isAscii(line)) this.#onLine(line, this.#line);
  }
}

/** Where a line ends, by LF or CR; -1 where the piece goes on. */
function lineEnd(piece: Buffer, from: number): number {
  for (let index = from; index < piece.length; index++) {
    const byte = piece[index];
    if (byte === LF || byte === CR) return index;
  }
  return -1;
}

/** Whether all of a file is ASCII: asked first, as counting the lines of a large file takes much longer. */
async function isPlain(file: InputFile): Promise<boolean> {
  for await (const piece of file.content(() => {})) if (!isAscii(piece)) return false;
  return true;
}
