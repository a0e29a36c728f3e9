import { gzipSync } from 'node:zlib';
import { encodeWindows1252 } from '../oracle/decode.ts';
import type { Random } from './random.ts';

/** How a file is written down. */
export interface Format {
  readonly delimiter: string;
  readonly lineEnds: readonly string[];
  readonly lastLineEnds: boolean;
  readonly quoting: 'needed' | 'all' | 'some';
  readonly encoding: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Stands in a text where the bytes shall be no text. */
export const BROKEN_BYTES = '\uE000';

export function randomFormat(random: Random): Format {
  return {
    delimiter: random.pick([',', ',', ';', '\t', '|']),
    lineEnds: random.pick([['\n'], ['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']]),
    lastLineEnds: random.chance(0.8),
    quoting: random.pick(['needed', 'needed', 'all', 'some']),
    encoding: random.pick(['utf-8', 'utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'windows-1252']),
  };
}

/** A record as text, without its line end. */
export function formatRecord(random: Random, format: Format, cells: readonly string[]): string {
  return cells.map((cell) => formatCell(random, format, cell)).join(format.delimiter);
}

function formatCell(random: Random, { delimiter, quoting }: Format, cell: string): string {
  const must = cell.includes(delimiter) || /[\r\n]/.test(cell) || cell.startsWith('"');
  // A quote inside a plain cell is a character, so it need not be quoted.
  const may = cell.includes('"') || quoting === 'some';
  if (!must && quoting !== 'all' && !(may && random.chance(0.5))) return cell;
  const padding = random.chance(0.05) ? random.pick([' ', '  ', delimiter === '\t' ? ' ' : '\t']) : '';
  return `"${cell.replaceAll('"', '""')}"${padding}`;
}

export function encode({ encoding }: Format, text: string): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return breakUtf8(text);
    case 'utf-8 with mark':
      return breakUtf8(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`.replaceAll(BROKEN_BYTES, '\uD800'), 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`.replaceAll(BROKEN_BYTES, '\uD800'), 'utf16le').swap16();
    case 'windows-1252':
      return encodeWindows1252(text);
  }
}

export function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes);
}

function breakUtf8(text: string): Uint8Array {
  const pieces = text.split(BROKEN_BYTES).map((piece) => Buffer.from(piece));
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [Buffer.of(0xff), piece])));
}
