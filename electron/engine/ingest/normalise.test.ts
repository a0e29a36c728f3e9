import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normalisedReader, titleCase } from './normalise.ts';
import { Fault } from './values.ts';

test.each([
  ["o'neil-SMITH", "O'Neil-Smith"],
  ['ÉLODIE', 'Élodie'],
  ['E\u0301LODIE', 'E\u0301lodie'],
  ['d’arc de LA croix', 'D’Arc De La Croix'],
  ['ΟΔΥΣΣΕΥΣ', 'Οδυσσευς'],
  ['İSTANBUL', 'İstanbul'],
  ['ßtraße', 'Sstraße'],
  ['ﬁnn', 'Finn'],
  ['ǆamija', 'ǅamija'],
  ['ǅamija', 'ǅamija'],
  ['ǅAMIJA', 'ǅamija'],
  ['ŉikola', 'ʼNikola'],
  ['მარიამ', 'მარიამ'],
  ['ᾠδή', 'ᾨδή'],
  ['ᾨΔΉ', 'ᾨδή'],
  ['ᾷδω', 'ᾼ\u0342δω'],
  ['3rd', '3Rd'],
  ['李 小龙', '李 小龙'],
  ['𐐨𐐩', '𐐀𐐩'],
  ['', ''],
])('%s in title case is %s', (text, title) => {
  expect(titleCase(text)).toBe(title);
});

describe('title case', () => {
  test('changes nothing but the case of letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(titleCase(text).toLowerCase()).toBe(text.toLowerCase());
        expect(titleCase(titleCase(text))).toBe(titleCase(text));
      }),
    );
  });
});

test('spaces of every kind become one, and signs are put together', () => {
  expect(normalise('a \u00a0\t b\n', 'single_spaces')).toBe('a b');
  expect(normalise('E\u0301', 'nfc')).toBe('É');
  expect(normalise('ÀÉ', 'lower')).toBe('àé');
  expect(normalise('straße', 'upper')).toBe('STRASSE');
});

test('a reader makes its texts alike in the order that is given, and leaves faults and other values', () => {
  const read = normalisedReader(
    (text) => (text === 'x' ? new Fault('not_allowed') : text),
    ['single_spaces', 'title'],
  );
  expect(read('ADA   lovelace')).toBe('Ada Lovelace');
  expect(read('x')).toBeInstanceOf(Fault);
  expect(normalisedReader(() => 7n, ['lower'])('7')).toBe(7n);
});
