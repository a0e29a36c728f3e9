import { expect, test } from 'vitest';
import { axisText, sentenceText, valueText } from './axis-text.ts';
import { csvText } from './csv-text.ts';
import { wrapWords } from './wrap-words.ts';

test('cells are quoted where they must be, and nothing is an empty cell', () => {
  expect(
    csvText(
      ['team', 'people'],
      [
        ['a,b', 1],
        ['say "x"', 2.5],
        [null, 3],
        ['two\nlines', 4],
      ],
    ),
  ).toBe('team,people\n"a,b",1\n"say ""x""",2.5\n,3\n"two\nlines",4\n');
});

test('a name is parted at spaces and underscores, and shortened where it does not fit', () => {
  expect(wrapWords('100 to 249', 7, 3)).toEqual(['100 to', '249']);
  expect(wrapWords('consent_events', 9, 3)).toEqual(['consent_', 'events']);
  expect(wrapWords('unpronounceable', 8, 3)).toEqual(['unprono…']);
  expect(wrapWords('a', 0, 3)).toEqual(['a']);
  expect(wrapWords('one two three four', 5, 2).at(-1)).toMatch(/…$/);
});

test('a sentence has its months and decimals as the user writes them, and nothing else of it is changed', () => {
  const [month, money] = [axisText('2026-09', 'month'), valueText(-12859.8, 'money')];
  expect(sentenceText('From -12859.80 in 2026-09: look.')).toBe(`From ${money} in ${month}: look.`);
  const others = 'Version 1.2.3 of 2026-09-01, A-2026-09, 12345 of them, 2026-13.';
  expect(sentenceText(others)).toBe(others);
});
