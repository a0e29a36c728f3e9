/** What the bytes of a file say. A lone surrogate stands where bytes are no text: no real text has one. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const NO_TEXT = '\uDC80';

export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', text: decodeUtf8(bytes.subarray(3)) };
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', text: decodeUtf16(bytes.subarray(2), 0) };
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', text: decodeUtf16(bytes.subarray(2), 1) };
  const text = decodeUtf8(bytes);
  if (text.isWellFormed()) return { encoding: 'utf-8', text };
  return { encoding: 'windows-1252', text: decodeWindows1252(bytes) };
}

/** Whether a text is one: decoded whole and without a NUL. */
export function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function decodeUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A replacement character that the file itself holds is text; cut there, all others are the decoder's.
  const own = Buffer.from('\uFFFD');
  const pieces: string[] = [];
  for (let start = 0; ; ) {
    const next = buffer.indexOf(own, start);
    const piece = buffer.subarray(start, next < 0 ? buffer.length : next);
    pieces.push(decoder.decode(piece).replaceAll('\uFFFD', NO_TEXT));
    if (next < 0) return pieces.join('\uFFFD');
    start = next + own.length;
  }
}

function decodeUtf16(bytes: Uint8Array, high: 0 | 1): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    text += String.fromCharCode(high === 0 ? (second << 8) | first : (first << 8) | second);
  }
  return bytes.length % 2 === 0 ? text : text + NO_TEXT;
}

// The characters of the bytes 80 to 9F; a blank marks a byte without one.
const FROM_0X80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte >= 0x80 && byte <= 0x9f ? special(byte) : String.fromCharCode(byte);
  return text;
}

function special(byte: number): string {
  const character = FROM_0X80[byte - 0x80] ?? ' ';
  return character === ' ' ? NO_TEXT : character;
}

/** The bytes of a text in Windows-1252; what it cannot say becomes a question mark. */
export function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text), (character) => {
    const at = character === ' ' ? -1 : FROM_0X80.indexOf(character);
    if (at >= 0) return 0x80 + at;
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 0x3f;
  });
}
