/** How a file's bytes stand for text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file's bytes say of its encoding. */
export interface EncodingFinding {
  readonly encoding: Encoding;
  /** Length of the byte order mark, 0 without one. */
  readonly markBytes: number;
  /** Whether every byte is text in that encoding. */
  readonly sound: boolean;
}

/** The encoding that a byte order mark promises, or undefined without one. */
export function readMark(
  start: Uint8Array,
): { readonly encoding: Encoding; readonly markBytes: number } | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  return undefined;
}

/** Whether text without a mark looks like UTF-16: every other byte is nought, as in no text of one byte a letter. */
export function looksLikeUnmarkedUtf16(start: Uint8Array): boolean {
  const pairs = Math.min(start.length >> 1, 64);
  if (pairs < 2) return false;
  for (const offset of [0, 1]) {
    let noughts = 0;
    for (let pair = 0; pair < pairs; pair++) {
      if (start[pair * 2 + offset] === 0 && start[pair * 2 + 1 - offset] !== 0) noughts++;
    }
    if (noughts > pairs * 0.8) return true;
  }
  return false;
}

/** Tells, piece by piece, whether bytes are text in an encoding. */
export class EncodingCheck {
  sound = true;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  push(chunk: Uint8Array): void {
    this.#decode(chunk, true);
  }

  end(): void {
    this.#decode(new Uint8Array(), false);
  }

  #decode(chunk: Uint8Array, stream: boolean): void {
    if (!this.sound) return;
    try {
      this.#decoder.decode(chunk, { stream });
    } catch {
      this.sound = false;
    }
  }
}

/** The encoding of a file: the one that the user has said, else that of its mark, else UTF-8 where all of it is. */
export function concludeEncoding(
  mark: ReturnType<typeof readMark>,
  sound: boolean,
  decided: Encoding | undefined,
): EncodingFinding {
  if (decided) {
    return { encoding: decided, markBytes: mark?.encoding === decided ? mark.markBytes : 0, sound };
  }
  if (mark) return { ...mark, sound };
  return sound
    ? { encoding: 'utf-8', markBytes: 0, sound }
    : { encoding: 'windows-1252', markBytes: 0, sound: true };
}

/** The bytes without so many at the beginning. */
export async function* skipBytes(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
): AsyncIterable<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}

/** What marks a decoded text as unreadable: NUL everywhere, and what the encoding's decoder writes for bytes that are no text. */
export function unreadableText({ encoding, sound }: EncodingFinding): RegExp {
  // biome-ignore-start lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (encoding === 'windows-1252') return /[\0\x81\x8d\x8f\x90\x9d]/;
  return sound ? /\0/ : /[\0\ufffd]/;
  // biome-ignore-end lint/suspicious/noControlCharactersInRegex: these are what is looked for.
}
