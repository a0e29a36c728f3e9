import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOOKUPS, lookupRecipe } from '../testing/a-lookup-recipe.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { changeLookup } from './change-lookup.ts';
import { lookupCells } from './lookup-cells.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { Recipe } from './recipe.ts';

const RECIPE = parseRecipe(lookupRecipe());
const GRID = [
  ['high', 'low'],
  ['low', 'high'],
];

function yamlOf({ text }: Recipe): string {
  return text.files.get('recipe.yaml') ?? '';
}

test('a changed cell is the one place of recipe.yaml that changes: comments, order and quotation marks stay', () => {
  const changed = changeLookup(RECIPE, { lookup: 'level_grid', cells: GRID });
  expect(changed.lookups[1]).toMatchObject({ cells: GRID });
  expect(yamlOf(changed)).toBe(yamlOf(RECIPE).replace('- [low, low]', '- [low, high]'));
  const list = [
    ['a pen: red', 'Thanks'],
    ['card', 'He said "no".'],
  ];
  const again = changeLookup(changed, { lookup: 'level', cells: list });
  expect(again.lookups[0] && lookupCells(again.lookups[0])).toEqual(list);
  expect(yamlOf(again)).toContain(`      high: {gift: "a pen: red", note: 'Thanks'}
      low: {gift: card, note: "He said \\"no\\"."} # a small one`);
});

test('what was changed and changed back is as it was, byte by byte', () => {
  const there = changeLookup(RECIPE, { lookup: 'level_grid', cells: GRID });
  const back = changeLookup(there, {
    lookup: 'level_grid',
    cells: lookupCells(RECIPE.lookups[1] ?? never()),
  });
  expect(yamlOf(back)).toBe(yamlOf(RECIPE));
});

test('any text that is not blank can be written into any cell of a list, however it was written before', () => {
  const styles = LOOKUPS.replace('gift: card', "gift: 'card'").replace(
    `high: {gift: book, note: ' Thank you. '}`,
    'high:\n        gift: |\n          book\n        note: >-\n          Thank\n          you.',
  );
  const recipe = parseRecipe(lookupRecipe(styles));
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('true', '~', '1.50', '#x', 'a: b', '- x', '*a', 'a\nb'),
  );
  const cell = text.filter((each) => each.trim() !== '');
  fc.assert(
    fc.property(fc.array(cell, { minLength: 4, maxLength: 4 }), ([a = '', b = '', c = '', d = '']) => {
      const changed = changeLookup(recipe, {
        lookup: 'level',
        cells: [
          [a, b],
          [c, d],
        ],
      });
      const [first] = changed.lookups;
      expect(first && lookupCells(first)).toEqual([
        [a.trim(), b.trim()],
        [c.trim(), d.trim()],
      ]);
      expect(changed.lookups[1]).toEqual(recipe.lookups[1]);
    }),
    { numRuns: 40 },
  );
});

test.each([
  [
    [
      ['high', 'low'],
      ['low', ' '],
    ],
    'recipes/test-people/recipe.yaml:21: level_grid has no level for score 1, team blue. Fill in the cell.',
  ],
  [
    [
      ['high', 'low'],
      ['low', 'lowest'],
    ],
    'recipes/test-people/recipe.yaml:21: level_grid has the level "lowest" for score 1, team blue, which is not a key of level; allowed: high, low. Name one of these.',
  ],
  [
    [['high', 'low']],
    'Level by score and team has other rows or columns by now. Close the lookup and open it again, then change it.',
  ],
  [
    [['high', 'low'], ['low']],
    'Level by score and team has other rows or columns by now. Close the lookup and open it again, then change it.',
  ],
])('the cells %j are refused', (cells, expected) => {
  expect(failureOf(() => changeLookup(RECIPE, { lookup: 'level_grid', cells }))).toBe(expected);
});

test('a lookup that is not there is refused by name', () => {
  expect(failureOf(() => changeLookup(RECIPE, { lookup: 'levels', cells: [] }))).toBe(
    'The recipe has no lookup levels. Open the lookups anew.',
  );
});

test('a value that is written once for several cells is not changed in all of them', () => {
  const shared = LOOKUPS.replace('- [high, low]', '- &best [high, low]').replace('- [low, low]', '- *best');
  const recipe = parseRecipe(lookupRecipe(shared));
  expect(failureOf(() => changeLookup(recipe, { lookup: 'level_grid', cells: GRID }))).toBe(
    'Level by score and team cannot be changed cell by cell, as recipe.yaml writes values of it once for several places. Write each value out in recipe.yaml.',
  );
});

function never(): never {
  throw new Error('The recipe has two lookups.');
}
