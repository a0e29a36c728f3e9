import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyJsonTexts } from '../../testing/any-json.ts';
import { cut, cuttings, encode } from '../../testing/any-text.ts';
import type { Encoding } from '../encoding.ts';
import { JsonCounter } from './count-json.ts';
import { ObjectScanner } from './scan-object.ts';
import { JsonSplitter } from './split-json.ts';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

function counted(bytes: Uint8Array, lengths: readonly number[], encoding: Encoding): number {
  const counter = new JsonCounter(encoding);
  for (const piece of cut(bytes, lengths)) counter.push(piece);
  counter.end();
  return counter.records;
}

/** How many records the splitter finds, which gets the bytes as a load gives them. */
function split(bytes: Uint8Array, lengths: readonly number[], encoding: Encoding): number {
  let records = 0;
  const splitter = new JsonSplitter(new ObjectScanner([{ key: 'a', takesNested: false }]), undefined, () => {
    records++;
  });
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (const piece of cut(bytes, lengths)) splitter.push(decoder.decode(piece, { stream: true }));
  splitter.push(decoder.decode());
  splitter.end();
  return records;
}

test.each<[text: string, records: number]>([
  ['', 0],
  [' \r\n\t\n', 0],
  ['{"a":1}', 1],
  ['{"a":1}\n\n7\r\n{', 3],
  ['{"a":1}\r{"a":2}', 1],
  ['[{"a":1},{"a":[2]},\n3 "x" ]\n{}\n', 5],
  ['[{"a":"]\\"}"},{}', 2],
  ['[{"a":"x\n},{}]\n[', 3],
])('%j holds %i records in every encoding', (text, records) => {
  for (const encoding of ENCODINGS) {
    for (const lengths of [[1], [2], [3], [100]]) {
      expect(counted(encode(text, encoding), lengths, encoding)).toBe(records);
    }
  }
});

test('the counter finds as many records as the splitter in any text, cut anywhere', () => {
  fc.assert(
    fc.property(
      anyJsonTexts(),
      cuttings(),
      cuttings(),
      fc.constantFrom(...ENCODINGS),
      (text, one, two, encoding) => {
        const bytes = encode(text, encoding);
        expect(counted(bytes, one, encoding)).toBe(split(bytes, two, encoding));
      },
    ),
    { numRuns: 3000 },
  );
});

test('the counter finds as many records as the splitter in bytes that are no text', () => {
  const bytes = fc.array(
    fc.constantFrom(
      0x00,
      0x0a,
      0x0d,
      0x20,
      0x22,
      0x2c,
      0x5b,
      0x5c,
      0x5d,
      0x7b,
      0x7d,
      0x80,
      0xc3,
      0xd8,
      0xdc,
      0xff,
    ),
  );
  fc.assert(
    fc.property(bytes, cuttings(), fc.constantFrom(...ENCODINGS), (some, lengths, encoding) => {
      const raw = Uint8Array.from(some);
      expect(counted(raw, lengths, encoding)).toBe(split(raw, [2, 3], encoding));
    }),
    { numRuns: 3000 },
  );
});
