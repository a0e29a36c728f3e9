import { expect, test } from 'vitest';
import { readKey, typedKey } from './key.ts';

test('a key in the address is a JSON list of texts', () => {
  expect(readKey('["007"]')).toEqual(['007']);
  expect(readKey('["a","b"]')).toEqual(['a', 'b']);
});

test('what is no key names nobody', () => {
  for (const text of [undefined, '', '007', '[]', '[7]', '["a",null]', '{"0":"a"}', '["a"'])
    expect(readKey(text)).toBeNull();
});

test('a typed key of several parts has commas between them, and one of a single part may hold commas', () => {
  expect(typedKey(' DE, 007 ', 2)).toEqual(['DE', '007']);
  expect(typedKey('DE\t007', 2)).toEqual(['DE', '007']);
  expect(typedKey(' DE, 007 ', 1)).toEqual(['DE, 007']);
});
