import { expect, test } from 'vitest';
import { changedRecipe, failureOf } from '../testing/a-member-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';

const TABLE = 'tables/last_visit.sql';
const RULE = 'rules/no_email.sql';
const SURVIVORS = 'rules/no_visit.sql';
const DIAGNOSTIC = 'diagnostics/one_member.sql';
const PARAMETERS = ':as_of, :window_days, :least_spend, :window_start';
const CORRECT = 'Correct this line, or the end of the one before.';

test.each([
  [
    TABLE,
    ':window_start',
    ':window_stat',
    `4: the parameter :window_stat is unknown; allowed: ${PARAMETERS}. Did you mean ":window_start"?`,
  ],
  [
    TABLE,
    ':window_start',
    '?',
    `4: the parameter ? is unknown; allowed: ${PARAMETERS}. Declare it under params or dates in recipe.yaml.`,
  ],
  [
    TABLE,
    ':window_start',
    '@as_of',
    `4: the parameter @as_of is unknown; allowed: ${PARAMETERS}. Did you mean ":as_of"?`,
  ],
  [
    RULE,
    'where',
    'where :member is not null or',
    `4: the parameter :member is unknown; allowed: ${PARAMETERS}. Declare it under params or dates in recipe.yaml.`,
  ],
  [
    DIAGNOSTIC,
    ':member',
    ':membr',
    `5: the parameter :membr is unknown; allowed: ${PARAMETERS}, :member. Did you mean ":member"?`,
  ],
  [TABLE, 'spend\n', 'spend,\n', `3: the query cannot be read: syntax error near "from". ${CORRECT}`],
  [TABLE, '>=', '> =', `4: the query cannot be read: syntax error near "=". ${CORRECT}`],
  [SURVIVORS, 'where', 'whre\n', `5: the query cannot be read: syntax error near "member_id". ${CORRECT}`],
  [
    TABLE,
    'where ',
    'where ( ',
    '4: the query ends before it is complete. Is a parenthesis open, or a part missing?',
  ],
  [TABLE, 'where ', "where\n'abc > ", "5: a quotation begins with ' and never ends. Correct this line."],
  [TABLE, 'where ', 'where # > ', '4: the character "#" is no SQL. Correct this line.'],
  [
    TABLE,
    '>= :window_start',
    '>= :window_start;\nselect 1',
    '5: a second statement begins here; a file holds one query. Remove it.',
  ],
  [
    DIAGNOSTIC,
    'select',
    'with x as (select 1 as y) delete from main.fault returning record /* ',
    '1: the statement changes data; a query only reads. Write a select.',
  ],
  [TABLE, 'select', 'delete', '2: the query begins with "delete"; allowed: select, with. Write a select.'],
  [
    DIAGNOSTIC,
    'select',
    'explain select',
    '1: the query begins with "explain"; allowed: select, with. Write a select.',
  ],
  [
    DIAGNOSTIC,
    'select',
    'with x as (select 1 as y) delete from main.fault returning record;select',
    '1: a second statement begins here; a file holds one query. Remove it.',
  ],
])('%s with %j made %j fails with its line', (file, before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe(file, before, after)))).toBe(`sql/x/${file}:${expected}`);
});
