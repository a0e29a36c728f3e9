import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Kinds of colour that a header names. */
const INDEXED = 3;
const RGBA = 6;

/** As many colours as one byte can name. */
const MOST_COLOURS = 256;

/** The same picture in fewer bytes: its most frequent colours, and for the few others the nearest of these. */
export function smallPng(png: Buffer): Buffer {
  const header = chunksOf(png, 'IHDR');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === RGBA ? 4 : 3;
  const colours = coloursOf(
    plainPixels(inflateSync(chunksOf(png, 'IDAT')), width, height, channels),
    channels,
  );
  const palette = frequentColours(colours);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const lines = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, pixel) => {
    let place = places.get(colour);
    if (place === undefined) {
      place = nearest(palette, colour);
      places.set(colour, place);
    }
    lines[pixel + Math.floor(pixel / width) + 1] = place;
  });
  const newHeader = Buffer.from(header);
  newHeader[9] = INDEXED;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', newHeader),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colour of each pixel, as one number; a page has no transparency. */
function coloursOf(pixels: Buffer, channels: number): Uint32Array {
  return Uint32Array.from({ length: pixels.length / channels }, (_, pixel) =>
    pixels.readUIntBE(pixel * channels, 3),
  );
}

function frequentColours(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one);
  return byCount.slice(0, MOST_COLOURS).map(([colour]) => colour);
}

/** The place of the colour in the palette that is least far away. */
function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((each) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((each >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** The contents of all chunks of a kind. */
function chunksOf(png: Buffer, wanted: string): Buffer {
  const found: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(found);
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Takes the filters of the lines back. */
function plainPixels(lines: Buffer, width: number, height: number, channels: number): Buffer {
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const kind = lines[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at++) {
      const place = row * stride + at;
      const left = at >= channels ? (pixels[place - channels] ?? 0) : 0;
      const above = row > 0 ? (pixels[place - stride] ?? 0) : 0;
      const corner = row > 0 && at >= channels ? (pixels[place - stride - channels] ?? 0) : 0;
      pixels[place] = (lines[row * (stride + 1) + 1 + at] ?? 0) + foretold(kind, left, above, corner);
    }
  }
  return pixels;
}

/** What a filter foretells of a byte from its neighbours. */
function foretold(kind: number, left: number, above: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  if (kind !== 4) return 0;
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
  if ((byLeft ?? 0) <= (byAbove ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
  return (byAbove ?? 0) <= (byCorner ?? 0) ? above : corner;
}
