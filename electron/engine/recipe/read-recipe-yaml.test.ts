import { expect, test } from 'vitest';
import { changedRecipe, failureOf } from '../testing/a-member-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';

const COLUMN_TYPES = 'text, id, date, timestamp, boolean, email, integer, decimal, enum';
const NAME = 'small letters, digits and _, beginning with a letter';

test.each([
  [
    'scope: survivors',
    'scope: survivor',
    '38: rules[1].scope is "survivor"; allowed: everybody, survivors. Did you mean "survivors"?',
  ],
  ['title: Test audience\n', '', '1: title is missing; allowed: text. Add it.'],
  [
    'title: Test audience',
    'title: 2024',
    '2: title is 2024; allowed: text. Put it in quotation marks to make it text.',
  ],
  ['title: Test audience', 'title:', '2: title is empty; allowed: text. Correct it.'],
  ['title: Test audience', 'title: [a]', '2: title is a list; allowed: text. Correct it.'],
  [
    'recipe: test-audience',
    'recipe: Test',
    '1: recipe is "Test"; allowed: small letters, digits and single -, like eligible-audience. Correct it.',
  ],
  ['from: as_of, ', 'from: today, ', '9: dates.window_start.from is "today"; allowed: as_of. Correct it.'],
  [
    'minus_days: window_days',
    'minus_days: 1.5',
    '9: dates.window_start.minus_days is 1.5; allowed: a whole number, or the name of an integer parameter. Correct it.',
  ],
  [
    '{type: email}',
    '{type: emial}',
    `16: sources.members.columns.email.type is "emial"; allowed: ${COLUMN_TYPES}. Did you mean "email"?`,
  ],
  [
    '{type: email}',
    '{required: true}',
    `16: sources.members.columns.email.type is missing; allowed: ${COLUMN_TYPES}. Add it.`,
  ],
  [
    '{type: email}',
    '{type: email, requird: true}',
    '16: sources.members.columns.email has the unknown key "requird"; allowed: type, header, required, description. Did you mean "required"?',
  ],
  [
    '{type: email}',
    '{type: email, least: 1}',
    '16: sources.members.columns.email has the unknown key "least"; allowed: type, header, required, description. Remove it.',
  ],
  [
    '{type: email}',
    '{type: enum}',
    '16: sources.members.columns.email.values is missing; allowed: a list. Add it.',
  ],
  [
    '{type: email}',
    '{type: enum, values: [true]}',
    '16: sources.members.columns.email.values[0] is true; allowed: text. Put it in quotation marks to make it text.',
  ],
  ['{type: email}', '', '16: sources.members.columns.email is empty; allowed: a map. Correct it.'],
  [
    'email: {',
    'Email: {',
    `16: sources.members.columns has the name "Email"; allowed: ${NAME}. Give it another name.`,
  ],
  [
    'files: [members.csv]',
    'files: []',
    '12: sources.members.files is an empty list; allowed: at least 1 of them. Correct it.',
  ],
  [
    'files: [members.csv]',
    'files: [in/members.csv]',
    '12: sources.members.files[0] is "in/members.csv"; allowed: the name of a file without its folder. Correct it.',
  ],
  [
    'unique: [member_id]',
    'unique: member_id',
    '13: sources.members.unique is "member_id"; allowed: a list of columns, or a list of such lists. Correct it.',
  ],
  [
    'sql: rules/no_visit.sql',
    'sql: ../no_visit.sql',
    '39: rules[1].sql is "../no_visit.sql"; allowed: the path of an .sql file within the recipe\'s folder, like rules/inactive.sql. Correct it.',
  ],
  [
    'file: audience.csv',
    'file: audience.xlsx',
    '41: outputs[0].file is "audience.xlsx"; allowed: a name that ends in .csv, .log or .txt: small letters, digits, - and _, beginning with a letter. Correct it.',
  ],
  [
    'decimals: 2',
    'decimals: 5',
    '46: outputs[0].columns.spend.decimals is 5; allowed: at most 4. Correct it.',
  ],
  [
    'decimals: 2',
    'decimals: 2, type: boolean',
    '46: outputs[0].columns.spend is a map; allowed: either decimals or a type. Correct it.',
  ],
  [
    'title: One member',
    'titel: One member',
    '51: diagnostics[0] has the unknown key "titel"; allowed: diagnostic, title, sql, params, warns, description. Did you mean "title"?',
  ],
])('%j made %j fails with its line and what is allowed', (before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe('recipe.yaml', before, after)))).toBe(
    `sql/x/recipe.yaml:${expected}`,
  );
});

test('of several faults the first is named, and what is missing last', () => {
  const text = changedRecipe(
    'recipe.yaml',
    'recipe: test-audience\ntitle: Test audience',
    'tilte: Test audience',
  );
  expect(failureOf(() => parseRecipe(text))).toMatch(
    /^sql\/x\/recipe\.yaml:1: there is the unknown key "tilte"; .* Did you mean "title"\?$/,
  );
});

test('at most 62 rules fit into a recipe', () => {
  const rules = (count: number) => {
    const rule = (index: number) =>
      `  - {stage: s${index}, sql: rules/no_email.sql, title: x, reasons: [no_email]}\n`;
    return changedRecipe(
      'recipe.yaml',
      'rules:\n',
      `rules:\n${Array.from({ length: count }, (_, index) => rule(index)).join('')}`,
    );
  };
  expect(parseRecipe(rules(60)).rules).toHaveLength(62);
  expect(failureOf(() => parseRecipe(rules(61)))).toBe(
    'sql/x/recipe.yaml:33: rules is a list; allowed: at most 62 of them. Correct it.',
  );
});

test('an empty recipe.yaml, and one that is a list, fail', () => {
  const text = (yaml: string) => ({ folder: 'x', files: new Map([['recipe.yaml', yaml]]) });
  expect(failureOf(() => parseRecipe(text('')))).toBe(
    'x/recipe.yaml:1: recipe is missing; allowed: text. Add it.',
  );
  expect(failureOf(() => parseRecipe(text('- a\n')))).toBe(
    'x/recipe.yaml:1: the file is a list; allowed: a map. Correct it.',
  );
});
