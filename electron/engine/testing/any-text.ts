import fc from 'fast-check';
import type { Encoding } from '../ingest/encoding.ts';

/** Texts over what makes flat files hard to read. */
export const nastyTexts = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom(
        'a',
        '"',
        ',',
        ';',
        ' ',
        '\t',
        '\n',
        '\r',
        '\0',
        'é',
        '😀',
        '"',
        ',',
        '\r\n',
        '\u{feff}',
      ),
      { maxLength },
    )
    .map((units) => units.join(''));

/** Where to cut: each number says how long the next piece is, over and over. */
export const cuttings = (maxLength = 12): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 1, max: maxLength }), { minLength: 1, maxLength: 8 });

/** Cuts a text or bytes into pieces of these lengths, over and over. */
export function* cut<T extends { readonly length: number; slice(start: number, end: number): T }>(
  whole: T,
  lengths: readonly number[],
): Iterable<T> {
  for (let at = 0, turn = 0; at < whole.length; turn++) {
    const end = at + (lengths[turn % lengths.length] ?? 1);
    yield whole.slice(at, end);
    at = end;
  }
}

/** The bytes of a text, without a mark; what Windows-1252 does not have becomes a question mark. */
export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text.replace(/[^\0-\x7f\xa0-\xff]/gu, '?'), 'latin1');
  }
}

/** The text that bytes stand for, decoded at once. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
