import { expect, test } from 'vitest';
import { failureOf } from '../testing/a-member-recipe.ts';
import { readYaml } from './yaml-document.ts';

const TEXT = `a: 1
list:
  - x: 007
    y: [p, 0.10]
  - {x: 2}
shared: &anchor
  z: 3
again: *anchor
`;

test('values are known with the lines on which they and their keys stand', () => {
  const document = readYaml('r.yaml', TEXT);
  expect(document.value).toMatchObject({ a: 1, list: [{ x: 7 }, { x: 2 }], again: { z: 3 } });
  expect(document.at(['a'])).toEqual({ file: 'r.yaml', line: 1 });
  expect(document.at(['list'])).toMatchObject({ line: 2 });
  expect(document.at(['list', 0, 'y', 1])).toMatchObject({ line: 4 });
  expect(document.atKey(['list', 1, 'x'])).toMatchObject({ line: 5 });
  expect(document.at(['again', 'z'])).toMatchObject({ line: 7 });
});

test('a value that is missing has the place of the innermost one around it', () => {
  expect(readYaml('r.yaml', TEXT).at(['list', 1, 'y', 3])).toMatchObject({ line: 5 });
});

test('a number can be read as it is written', () => {
  const document = readYaml('r.yaml', TEXT);
  expect(document.textAt(['list', 0, 'x'])).toBe('007');
  expect(document.textAt(['list', 0, 'y', 1])).toBe('0.10');
  expect(document.textAt(['list', 0, 'missing'])).toBeUndefined();
  expect(document.textAt(['list'])).toBeUndefined();
});

test.each([
  ['a: 1\na: 2\n', 'r.yaml:2: the key "a" stands twice in one map. Remove one of them.'],
  ['a: [1\nb: 2\n', 'r.yaml:2: the file is no valid YAML: '],
  ['a: b: c\n', 'r.yaml:1: the file is no valid YAML: Nested mappings'],
  ['a:\n\tb: 1\n', 'r.yaml:2: the file is no valid YAML: Tabs are not allowed as indentation.'],
  ['a: 1\nb: !x 2\n', 'r.yaml:2: the file is no valid YAML: Unresolved tag: !x.'],
  ['a: 1\n---\nb: 2\n', 'r.yaml:2: the file is no valid YAML: '],
  ['a: *b\n', 'r.yaml:1: the aliases of the file cannot be resolved: '],
  ['a:\n  __proto__: {}\n', 'r.yaml:2: no key can be called __proto__. Remove it.'],
])('%j fails with its line', (text, expected) => {
  expect(failureOf(() => readYaml('r.yaml', text))).toContain(expected);
});

test('nested aliases that would grow into gigabytes fail at once', () => {
  const levels = Array.from({ length: 30 }, (_, level) => {
    const before = level === 0 ? '1' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(10).fill(before).join(', ')}]`;
  });
  expect(failureOf(() => readYaml('r.yaml', levels.join('\n')))).toContain('aliases');
});

test('thousands of brackets and files that are too long fail instead of hanging', () => {
  expect(failureOf(() => readYaml('r.yaml', '['.repeat(50_000)))).toMatch(/^r\.yaml:1: /);
  expect(failureOf(() => readYaml('r.yaml', 'x'.repeat(1_000_001)))).toContain('longer than 1 million');
});
