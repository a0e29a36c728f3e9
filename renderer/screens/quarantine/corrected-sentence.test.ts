import { expect, test } from 'vitest';
import { correctedSentence } from './corrected-sentence.ts';

test('a correction says how many records it changed, and what became of them', () => {
  const of = (changed: number, accepted: number, faulty: number) =>
    correctedSentence({ act: 1, changed, accepted, faulty });
  expect(of(44, 40, 4)).toBe('44 records are changed: 40 are accepted now, 4 have a fault still.');
  expect(of(1, 1, 0)).toBe('1 record is changed: 1 is accepted now.');
  expect(of(3, 0, 0)).toBe('3 records are changed.');
  expect(of(0, 0, 0)).toBe('No record was changed.');
});
