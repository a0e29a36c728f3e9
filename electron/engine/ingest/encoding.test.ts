import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, cuttings, encode } from '../testing/any-text.ts';
import { EncodingCheck, looksLikeUnmarkedUtf16, readMark, skipBytes, unreadableText } from './encoding.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

test.each([
  ['ef bb bf 61', { encoding: 'utf-8', markBytes: 3 }],
  ['ff fe 61 00', { encoding: 'utf-16le', markBytes: 2 }],
  ['fe ff 00 61', { encoding: 'utf-16be', markBytes: 2 }],
  ['61 62', undefined],
  ['ef bb', undefined],
  ['ff', undefined],
  ['', undefined],
])('the mark of %s', (hex, mark) => {
  expect(readMark(bytes(hex))).toEqual(mark);
});

test('UTF-16 without a mark is known by its noughts', () => {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    expect(looksLikeUnmarkedUtf16(encode('person_id,name\n7,Ann\n', encoding))).toBe(true);
    expect(looksLikeUnmarkedUtf16(encode('ab', encoding))).toBe(true);
  }
  for (const text of ['person_id,name\n', 'a\0b\0', '\0\0\0\0\0\0\0\0', '', 'a', 'a\0']) {
    expect(looksLikeUnmarkedUtf16(Buffer.from(text)), JSON.stringify(text)).toBe(text === 'a\0b\0');
  }
});

describe('EncodingCheck', () => {
  const sound = (all: Uint8Array, lengths: readonly number[]): boolean => {
    const check = new EncodingCheck('utf-8');
    for (const piece of cut(all, lengths)) check.push(piece);
    check.end();
    return check.sound;
  };

  test('takes any text in any pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), cuttings(4), (text, lengths) => {
        expect(sound(Buffer.from(text), lengths)).toBe(true);
      }),
    );
  });

  test.each(['ff', '80', 'c3', 'c3 28', 'e2 82', 'f0 9f 98', 'ed a0 80', 'c0 80', 'f5 80 80 80'])(
    'refuses %s at any place in any pieces',
    (hex) => {
      for (const wrong of [[bytes(hex)], [Buffer.from('é'), bytes(hex)], [bytes(hex), Buffer.from('a')]]) {
        for (const lengths of [[1], [2], [100]]) expect(sound(Buffer.concat(wrong), lengths)).toBe(false);
      }
    },
  );
});

test('so many bytes are skipped, in whatever pieces they come', async () => {
  for (const lengths of [[1], [2], [3], [7]]) {
    const pieces = (async function* () {
      yield* cut(bytes('ef bb bf 61 62 63'), lengths);
    })();
    const kept: Uint8Array[] = [];
    for await (const piece of skipBytes(pieces, 3)) kept.push(piece);
    expect(Buffer.concat(kept).toString()).toBe('abc');
  }
});

test('what is unreadable hangs on the encoding', () => {
  const finding = { markBytes: 0, sound: true } as const;
  const windows = unreadableText({ ...finding, encoding: 'windows-1252' });
  const decoder = new TextDecoder('windows-1252');
  const refused = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) =>
    windows.test(decoder.decode(Uint8Array.of(byte))),
  );
  expect(refused).toEqual([0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  const utf8 = unreadableText({ ...finding, encoding: 'utf-8' });
  expect(['a', '\0', '\u{fffd}', '\u{81}'].map((text) => utf8.test(text))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  const damaged = unreadableText({ ...finding, encoding: 'utf-16le', sound: false });
  expect(['a', '\0', '\u{fffd}'].map((text) => damaged.test(text))).toEqual([false, true, true]);
});
