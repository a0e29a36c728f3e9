import { createHash } from 'node:crypto';
import { Failure } from '../failure.ts';
import {
  concludeEncoding,
  type Encoding,
  EncodingCheck,
  type EncodingFinding,
  looksLikeUnmarkedUtf16,
  readMark,
} from './encoding.ts';
import type { InputContent } from './input-file.ts';

/** What must be known of a file before its first record can be read. */
export interface Survey {
  /** Of the bytes on disk, in lower-case hex. */
  readonly sha256: string;
  readonly encoding: EncodingFinding;
  /** The first line, as far as the first piece of the file holds it. */
  readonly firstLine: string;
}

/**
 * Reads a file once: its hash, and its encoding from all of its bytes (its mark, else UTF-8 as a whole, else Windows-1252), unless
 * the user has said the encoding.
 */
export async function surveyFile(file: InputContent, decided?: Encoding): Promise<Survey> {
  const hash = createHash('sha256');
  let mark: ReturnType<typeof readMark>;
  let check: EncodingCheck | undefined;
  let start: Uint8Array = new Uint8Array();
  for await (const chunk of file.content((piece) => hash.update(piece))) {
    if (!check) {
      mark = readMark(chunk);
      if (!mark && !decided && looksLikeUnmarkedUtf16(chunk)) throw unmarkedUtf16(file.path);
      check = new EncodingCheck(decided ?? mark?.encoding ?? 'utf-8');
      start = Uint8Array.from(chunk);
    }
    check.push(chunk);
  }
  check?.end();
  const encoding = concludeEncoding(mark, check?.sound ?? true, decided);
  const text = new TextDecoder(encoding.encoding, { ignoreBOM: true }).decode(
    start.subarray(encoding.markBytes),
  );
  return { sha256: hash.digest('hex'), encoding, firstLine: text.match(/[^\r\n]+/)?.[0] ?? '' };
}

/** The refusal of text of two bytes a letter that has no mark. */
export function unmarkedUtf16(path: string): Failure {
  return new Failure(
    `${path} looks like UTF-16, but has no byte order mark.`,
    'Save it as UTF-8, or as UTF-16 with a mark.',
  );
}
