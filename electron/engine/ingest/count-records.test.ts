import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, cuttings, encode, nastyTexts } from '../testing/any-text.ts';
import { RecordCounter } from './count-records.ts';
import { DELIMITERS, type Delimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import { MOST_UNITS } from './split-carefully.ts';
import { RecordSplitter } from './split-records.ts';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

function counted(
  bytes: Uint8Array,
  lengths: readonly number[],
  delimiter: Delimiter,
  encoding: Encoding,
): number {
  const counter = new RecordCounter(delimiter, encoding);
  for (const piece of cut(bytes, lengths)) counter.push(piece);
  counter.end();
  return counter.records;
}

/** How many records the splitter finds, which gets the bytes as a load gives them. */
function split(
  bytes: Uint8Array,
  lengths: readonly number[],
  delimiter: Delimiter,
  encoding: Encoding,
): number {
  let records = 0;
  const splitter = new RecordSplitter(delimiter, () => records++);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (const piece of cut(bytes, lengths)) splitter.push(decoder.decode(piece, { stream: true }));
  splitter.push(decoder.decode());
  splitter.end();
  return records;
}

const encodings = fc.constantFrom(...ENCODINGS);
const delimiters = fc.constantFrom(...DELIMITERS);

describe('RecordCounter', () => {
  test.each<[text: string, records: number]>([
    ['', 0],
    ['\n\r\n\r', 0],
    ['a', 1],
    ['a\nb\r\nc\rd\n', 4],
    ['"a\nb",c\nd', 2],
    ['"a""\nb"\n', 1],
    ['"a"b\n"c\nd', 3],
    ['"a" \n ', 2],
  ])('%j holds %i records in every encoding', (text, records) => {
    for (const encoding of ENCODINGS) {
      for (const lengths of [[1], [2], [100]]) {
        expect(counted(encode(text, encoding), lengths, ',', encoding)).toBe(records);
      }
    }
  });

  test('counts what the splitter finds, for any text in any encoding and pieces', () => {
    fc.assert(
      fc.property(nastyTexts(), encodings, delimiters, cuttings(), (text, encoding, delimiter, lengths) => {
        const bytes = encode(text, encoding);
        expect(counted(bytes, lengths, delimiter, encoding)).toBe(split(bytes, [1000], delimiter, encoding));
      }),
      { numRuns: 6000 },
    );
  });

  test('counts what the splitter finds, for any bytes', () => {
    const bytes = fc
      .array(
        fc.oneof(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x00, 0x20), fc.integer({ min: 0, max: 255 })),
        {
          maxLength: 60,
        },
      )
      .map((all) => Uint8Array.from(all));
    fc.assert(
      fc.property(bytes, encodings, delimiters, cuttings(), (some, encoding, delimiter, lengths) => {
        expect(counted(some, lengths, delimiter, encoding)).toBe(split(some, lengths, delimiter, encoding));
      }),
      { numRuns: 8000 },
    );
  });

  describe('tells a record of the greatest length from one that is too long', () => {
    const lines = (units: number) => `"${'x'.repeat(units - 100)}\n${'x'.repeat(97)}"`;
    const bytes = (hex: string) => Buffer.from(hex, 'hex');

    // The records are of several lines: only then does it show which ones were taken for too long.
    test.each<[about: string, record: (units: number) => Uint8Array]>([
      ['of one byte a unit', (units) => Buffer.from(lines(units))],
      ['of three bytes a unit', (units) => Buffer.from(`"${'€'.repeat(units - 4)}\n€"`)],
      [
        'of two units a character',
        (units) => Buffer.from(`${'😀'.repeat((units - 200) / 2)},${lines(199 + (units % 2))}`),
      ],
      ['that begins with a mark', (units) => Buffer.from(`\u{feff},${lines(units - 2)}`)],
      [
        'that ends with half a character',
        (units) => Buffer.concat([Buffer.from(`${lines(units - 2)},`), bytes('e282')]),
      ],
      [
        'with bytes that are no text',
        (units) => Buffer.concat([bytes('fffe80c3'), Buffer.from(`,${lines(units - 5)}`)]),
      ],
    ])('%s', (_, record) => {
      const whole = Buffer.concat(
        [-1, 0, 1].flatMap((more) => [record(MOST_UNITS + more), Buffer.from('\na\r\n')]),
      );
      const expected = split(whole, [65_536], ',', 'utf-8');
      // Of the one that is too long the first line is lost, and its second line is another record.
      expect(expected).toBe(7);
      for (const lengths of [[65_536], [1_000_001]]) {
        expect(counted(whole, lengths, ',', 'utf-8')).toBe(expected);
      }
    });

    test.each(['utf-16le', 'utf-16be', 'windows-1252'] as const)('in %s', (encoding) => {
      const whole = encode([-1, 0, 1].map((more) => `${lines(MOST_UNITS + more)}\na\r\n`).join(''), encoding);
      expect(split(whole, [65_536], ',', encoding)).toBe(7);
      expect(counted(whole, [65_536], ',', encoding)).toBe(7);
    });

    test('and skips the rest of an over-long line, however it comes', () => {
      const whole = Buffer.from(`a\n${'x'.repeat(MOST_UNITS + 200_000)}\r\nb\r\n`);
      for (const lengths of [[65_536], [MOST_UNITS + 200_003, 1], [3_000_000]]) {
        expect(counted(whole, lengths, ',', 'utf-8')).toBe(3);
      }
    });
  });
});
