import { expect, test } from 'vitest';
import { changedRecipe, failureOf } from '../testing/a-member-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';

const TABLE = 'tables/last_visit.sql';
const RULE = 'rules/no_email.sql';
const OUTPUT = 'outputs/audience.sql';
const CONTROL = 'controls/spend.sql';
const DIAGNOSTIC = 'diagnostics/one_member.sql';

test.each([
  [
    TABLE,
    'spend\n',
    'sepnd\n',
    '2: there is no column "sepnd"; columns here: record, member_id, visited_on, spend. Did you mean "spend"?',
  ],
  [
    TABLE,
    'visits\nwhere visited_on',
    'visits as v\nwhere v.vistied_on',
    '4: there is no column "v.vistied_on"; columns here: record, member_id, visited_on, spend. Did you mean "visited_on"?',
  ],
  [
    TABLE,
    '>= :window_start',
    '>= "2026-01-01"',
    '4: there is no column "2026-01-01"; columns here: record, member_id, visited_on, spend. Name one of these, or put text in single quotation marks.',
  ],
  [
    TABLE,
    'visits\n',
    'visits join visits as other\n',
    '2: the column "record" is in several of the tables here. Write the table before it, with a dot.',
  ],
  [
    OUTPUT,
    'spend\nfrom',
    'spend, rowid as x\nfrom',
    '2: there is no column "rowid"; columns here: record, member_id, visited_on, spend, entity. Name one of these, or put text in single quotation marks.',
  ],
  [
    DIAGNOSTIC,
    'ledger.reason',
    'ledger.rason',
    '1: there is no column "ledger.rason"; columns here: entity, mask, rule, reason, detail. Did you mean "reason"?',
  ],
  [
    CONTROL,
    'as right',
    'as wright',
    '1: the query does not return right and returns wright as well; a control returns exactly: left, right. Correct its columns.',
  ],
  [
    RULE,
    'is_email(email)',
    'is_emial(email)',
    '5: there is no function is_emial(). Did you mean "is_email"?',
  ],
  [RULE, 'is_email(email)', 'is_email(email, 1)', '5: is_email has 2 of 1 arguments. Write is_email(text).'],
  [RULE, 'is_email(email)', 'is_email(\nemail', '5: is_email( is never closed. Add the ")".'],
  [TABLE, 'where ', 'where lenght(spend) > ', '4: there is no function lenght(). Did you mean "length"?'],
  [
    TABLE,
    'where ',
    'where length(spend, 1) > ',
    '4: the query cannot be read: wrong number of arguments to function length(). Correct the query.',
  ],
  [
    TABLE,
    'where ',
    'where sum(spend) > ',
    '4: the query cannot be read: misuse of aggregate function sum(). Correct the query.',
  ],
])('%s with %j made %j fails with its line', (file, before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe(file, before, after)))).toBe(`sql/x/${file}:${expected}`);
});

test('of several mentions of a name the one that is wrong is found', () => {
  const text = changedRecipe(
    'tables/last_visit.sql',
    'from visits',
    'from visits\njoin (\n  select member_id as other_id\n  from members\n  where email is not null\n    and spend > 0\n) as other on other_id = member_id and email is null',
  );
  expect(failureOf(() => parseRecipe(text))).toMatch(
    /^sql\/x\/tables\/last_visit\.sql:8: there is no column "spend"; /,
  );
});

test('of several places of a word the one that cannot be read is found', () => {
  const text = changedRecipe('controls/spend.sql', 'as right', ', (select 1 from from audience) as right');
  expect(failureOf(() => parseRecipe(text))).toMatch(
    /^sql\/x\/controls\/spend\.sql:3: .* syntax error near "from"\./,
  );
});
