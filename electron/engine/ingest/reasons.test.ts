import { expect, test } from 'vitest';
import { CODES } from '../../contract/codes.ts';
import { REASONS } from './reasons.ts';

test('the catalogue holds every code and no other', () => {
  expect(Object.keys(REASONS)).toEqual([...CODES]);
});

test.each(CODES)('%s has a title, a sentence, and says what to do', (code) => {
  const { title, sentence, whatToDo } = REASONS[code];
  expect(title).toMatch(/^[A-Z][^.]+$/);
  for (const text of [sentence, whatToDo]) expect(text).toMatch(/^[A-Z].+\.$/);
});

test('no two codes read alike', () => {
  for (const part of ['title', 'sentence'] as const) {
    expect(new Set(CODES.map((code) => REASONS[code][part])).size).toBe(CODES.length);
  }
});
