import { createHash } from 'node:crypto';
import { Failure } from '../failure.ts';
import { EncodingCheck, type EncodingFinding, looksLikeUnmarkedUtf16, readMark } from './encoding.ts';
import type { InputContent } from './input-file.ts';

/** What must be known of a file before its first record can be read. */
export interface Survey {
  /** Of the bytes on disk, in lower-case hex. */
  readonly sha256: string;
  readonly encoding: EncodingFinding;
  /** The first line, as far as the first piece of the file holds it. */
  readonly firstLine: string;
}

/** Reads a file once: its hash, and its encoding from all of its bytes (its mark, else UTF-8 as a whole, else Windows-1252). */
export async function surveyFile(file: InputContent): Promise<Survey> {
  const hash = createHash('sha256');
  let mark: ReturnType<typeof readMark>;
  let check: EncodingCheck | undefined;
  let start: Uint8Array = new Uint8Array();
  for await (const chunk of file.content((piece) => hash.update(piece))) {
    if (!check) {
      mark = readMark(chunk);
      if (!mark && looksLikeUnmarkedUtf16(chunk)) throw unmarkedUtf16(file);
      check = new EncodingCheck(mark?.encoding ?? 'utf-8');
      start = Uint8Array.from(chunk);
    }
    check.push(chunk);
  }
  check?.end();
  const encoding = conclude(mark, check?.sound ?? true);
  const text = new TextDecoder(encoding.encoding, { ignoreBOM: true }).decode(
    start.subarray(encoding.markBytes),
  );
  return { sha256: hash.digest('hex'), encoding, firstLine: text.match(/[^\r\n]+/)?.[0] ?? '' };
}

function conclude(mark: ReturnType<typeof readMark>, sound: boolean): EncodingFinding {
  if (mark) return { ...mark, sound };
  return sound
    ? { encoding: 'utf-8', markBytes: 0, sound }
    : { encoding: 'windows-1252', markBytes: 0, sound: true };
}

function unmarkedUtf16({ path }: InputContent): Failure {
  return new Failure(
    `${path} looks like UTF-16, but has no byte order mark.`,
    'Save it as UTF-8, or as UTF-16 with a mark.',
  );
}
