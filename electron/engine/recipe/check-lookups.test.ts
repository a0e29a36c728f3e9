import { expect, test } from 'vitest';
import { LOOKUPS, lookupRecipe } from '../testing/a-lookup-recipe.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { dictionary } from './dictionary.ts';
import { lookupRows } from './lookup-table.ts';
import { parseRecipe } from './parse-recipe.ts';
import type { RecipeText } from './recipe.ts';

const FREE = ['value: {column: level, title: Level, of: level}', 'value: {column: level, title: Level}'];

function withLookups(before = '', after = ''): RecipeText {
  expect(LOOKUPS).toContain(before);
  return lookupRecipe(LOOKUPS.replace(before, () => after));
}

test('a list and a grid are read as tables whose queries pass, texts without white space around them', () => {
  const [level, grid] = parseRecipe(withLookups()).lookups.map(lookupRows);
  expect(level).toEqual([
    ['high', 'book', 'Thank you.'],
    ['low', 'card', "It's | for you."],
  ]);
  expect(grid).toEqual([
    [2, 'red', 'high'],
    [2, 'blue', 'low'],
    [1, 'red', 'low'],
    [1, 'blue', 'low'],
  ]);
});

test.each([
  ['- [low, low]', '- [low]', '21: level_grid has no level for score 1, team blue. Fill in the cell.'],
  ['[low, low]', '["", low]', '21: level_grid has no level for score 1, team red. Fill in the cell.'],
  ['[low, low]', '[low, ~]', '21: level_grid has no level for score 1, team blue. Fill in the cell.'],
  ['      - [low, low]\n', '', '19: level_grid has no level for score 1, team red. Fill in the cell.'],
  [
    '[low, low]',
    '[low, low, low]',
    '21: level_grid has 1 too many for score 1: team has 2 values (red, blue). Remove what is too many, or add a value.',
  ],
  [
    '[low, low]',
    '[low, low]\n      - [high, high]',
    '22: level_grid has 3 rows of cells: score has 2 values (2, 1). Remove what is too many, or add a value.',
  ],
  [
    '[low, low]',
    '[low, lo]',
    '21: level_grid has the level "lo" for score 1, team blue, which is not a key of level; allowed: high, low. Did you mean "low"?',
  ],
  ['values: [2, 1]', "values: [2, '2']", '16: values has "2" twice. Remove one of them.'],
  [
    'column: team, title',
    'column: score, title',
    '12: level_grid has two columns named score. Give one of them another name.',
  ],
  ['gift: card, ', '', '11: level has no gift for level low. Fill in the cell.'],
  ['column: gift,', 'column: constructor,', '10: level has no gift for level high. Fill in the cell.'],
  ['gift: card', 'gift: " "', '11: level has no gift for level low. Fill in the cell.'],
  [
    'gift: card',
    'gift: card, gifts: card',
    '11: level has the unknown column "gifts" for level low; allowed: gift, note. Did you mean "gift"?',
  ],
  ['column: note', 'column: gift', '3: level has two columns named gift. Give one of them another name.'],
  [
    'of: level}',
    'of: levels}',
    '18: of names "levels", which is not a lookup with a key; allowed: level. Did you mean "level"?',
  ],
  [
    'lookup: level_grid',
    'lookup: level',
    '12: the name level of the lookup is that of a lookup already. Give one of them another name.',
  ],
  [
    'lookup: level_grid',
    'lookup: people',
    '12: the name people of the lookup is that of a source already. Give one of them another name.',
  ],
  [
    '- [low, low]',
    '- [low, 1]',
    '21: lookups[1].cells[1][1] is 1; allowed: text. Put it in quotation marks to make it text.',
  ],
  [
    '    cells:',
    '    cell:',
    '19: lookups[1] has the unknown key "cell"; allowed: lookup, title, description, grid, value, cells. Did you mean "cells"?',
  ],
  ['    title: Levels\n', '', '3: lookups[0].title is missing; allowed: text. Add it.'],
])('%j made %j fails with its line and the cell', (before, after, expected) => {
  expect(failureOf(() => parseRecipe(withLookups(before, after)))).toBe(
    `recipes/test-people/recipe.yaml:${expected}`,
  );
});

test('a grid without a list behind it takes any text', () => {
  const [before = '', after = ''] = FREE;
  const text = withLookups(before, after);
  const yaml = text.files.get('recipe.yaml')?.replace('[low, low]', '[low, lowest]') ?? '';
  const [, grid] = parseRecipe({ ...text, files: new Map(text.files).set('recipe.yaml', yaml) }).lookups;
  expect(grid && lookupRows(grid)).toContainEqual([1, 'blue', 'lowest']);
});

test('the dictionary shows what stands in each lookup', () => {
  expect(dictionary(parseRecipe(withLookups()))).toContain(`## Lookups

### \`level\`

Levels

| Level \`level\` | Gift \`gift\` | Note to them \`note\` |
| --- | --- | --- |
| high | book | Thank you. |
| low | card | It's \\| for you. |

### \`level_grid\`

Level by score and team

Whom we think highly of.

Level \`level\`, by Score \`score\` (down) and Team \`team\` (across):

| \`score\` | red | blue |
| --- | --- | --- |
| 2 | high | low |
| 1 | low | low |

`);
});

test('an insight names a lookup that is there', () => {
  const text = lookupRecipe();
  const insight = {
    ...{ insight: 'levels', title: 'Levels', chart: 'bar', sql: 'levels.sql', lookup: 'levels' },
    x: { column: 'level', title: 'Level', format: 'text' },
    y: { column: 'people', title: 'People', format: 'number' },
  };
  const yaml = (text.files.get('recipe.yaml') ?? '').replace(
    'insights: []',
    `insights: ${JSON.stringify([insight])}`,
  );
  const sql = 'select level, count(*) as people from delivery group by level';
  const files = new Map([...text.files, ['levels.sql', sql], ['recipe.yaml', yaml]]);
  expect(failureOf(() => parseRecipe({ ...text, files }))).toContain(
    'lookup names "levels", which is not a lookup; allowed: level, level_grid. Did you mean "level"?',
  );
  files.set('recipe.yaml', yaml.replace('"lookup":"levels"', '"lookup":"level"'));
  expect(parseRecipe({ ...text, files }).insights).toMatchObject([{ lookup: 'level' }]);
});
