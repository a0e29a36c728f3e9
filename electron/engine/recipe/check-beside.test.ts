import { expect, test } from 'vitest';
import { recipeInfo } from '../session/recipe-info.ts';
import { changedRecipe, failureOf } from '../testing/a-member-recipe.ts';
import { dictionary } from './dictionary.ts';
import { parseRecipe } from './parse-recipe.ts';

const COLUMNS = `email: {type: email}
      field: {type: enum, values: [born, spent]}
      remark: {type: text}
      value:
        type: text
        beside:
          - where:
              field: [born]
              remark: [x, y]
            takes: date
            list: '|'
          - {where: {field: [spent]}, takes: nothing}`;

function withColumns(before = '', after = '') {
  if (!COLUMNS.includes(before)) throw new Error(`The columns do not hold: ${before}`);
  return changedRecipe(
    'recipe.yaml',
    'email: {type: email}',
    COLUMNS.replace(before, () => after),
  );
}

test('a column says what it takes beside others', () => {
  const value = parseRecipe(withColumns()).sources[0]?.columns.find(({ name }) => name === 'value');
  expect(value?.beside).toEqual([
    {
      where: [
        { column: 'field', values: ['born'] },
        { column: 'remark', values: ['x', 'y'] },
      ],
      takes: 'date',
      list: '|',
    },
    { where: [{ column: 'field', values: ['spent'] }], takes: 'nothing', list: undefined },
  ]);
});

test('a column without conditions has no word of them', () => {
  const columns = parseRecipe(withColumns()).sources.flatMap((source) => source.columns);
  expect(columns.filter((column) => 'beside' in column).map(({ name }) => name)).toEqual(['value']);
});

test('the app says what a column takes beside others', () => {
  const [members] = recipeInfo(parseRecipe(withColumns())).sources;
  expect(members?.columns.find(({ name }) => name === 'value')?.takes).toBe(
    'Any text. Beside field = born and remark = x or y it takes values with | between them, each a real day, written year-month-day. Beside field = spent no value is right.',
  );
  expect(members?.columns.find(({ name }) => name === 'remark')?.takes).toBe('Any text.');
});

test('the dictionary says the conditions in sentences', () => {
  expect(dictionary(parseRecipe(withColumns()))).toContain(
    '| `value` | text. Beside field = born and remark = x or y it takes values with \\| between them, each a real day, written year-month-day. Beside field = spent no value is right. |',
  );
});

test.each([
  [
    'field: [born]\n',
    'feld: [born]\n',
    '23: where names "feld", which is not a column of members; allowed: member_id, email, field, remark, value, score. Did you mean "field"?',
  ],
  ['remark: [x, y]', 'value: [x, y]', '24: where names "value", the column itself. Name a column beside it.'],
  [
    'remark: [x, y]',
    "score: ['1']",
    '24: where names "score", a column of type decimal; allowed: enum, text. Name another column, or change its type.',
  ],
  [
    'remark: {type: text}',
    'remark: {type: text, beside: [{where: {field: [born]}, takes: date}]}',
    '24: where names "remark", which itself says what it takes beside others. Name the columns that decide.',
  ],
  [
    'field: [born]\n',
    'field: [birth]\n',
    '23: field names "birth", which is not a value of field; allowed: born, spent. Name one of these.',
  ],
  [
    'field: [born]\n',
    'field: [Born]\n',
    '23: field names "Born", which is not a value of field; allowed: born, spent. Did you mean "born"?',
  ],
  ['[x, y]', '[x, y, X]', '24: remark has "x" twice. Remove one of them.'],
  [
    '[x, y]',
    '[]',
    '24: sources.members.columns.value.beside[0].where.remark is an empty list; allowed: at least 1 of them. Correct it.',
  ],
  [
    '[x, y]',
    '[1]',
    '24: sources.members.columns.value.beside[0].where.remark[0] is 1; allowed: text. Put it in quotation marks to make it text.',
  ],
  [
    '{field: [spent]}',
    '{}',
    '27: sources.members.columns.value.beside[1].where is a map; allowed: at least one column with its values. Correct it.',
  ],
  [
    'takes: date',
    'takes: dates',
    '25: sources.members.columns.value.beside[0].takes is "dates"; allowed: date, decimal, integer, nothing. Did you mean "date"?',
  ],
  [
    '            takes: date\n',
    '',
    '22: sources.members.columns.value.beside[0].takes is missing; allowed: date, decimal, integer, nothing. Add it.',
  ],
  [
    "list: '|'",
    "list: '||'",
    '26: sources.members.columns.value.beside[0].list is "||"; allowed: one character that is no white space. Correct it.',
  ],
  [
    'takes: nothing',
    "takes: nothing, list: '|'",
    '27: sources.members.columns.value.beside[1] has the unknown key "list"; allowed: where, takes. Remove it.',
  ],
  [
    '        type: text\n',
    '        type: id\n',
    '21: sources.members.columns.value has the unknown key "beside"; allowed: type, header, required, description, all. Remove it.',
  ],
])('%j made %j fails with its line and what is allowed', (before, after, expected) => {
  expect(failureOf(() => parseRecipe(withColumns(before, after)))).toBe(`sql/x/recipe.yaml:${expected}`);
});
