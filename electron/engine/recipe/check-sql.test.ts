import { expect, test } from 'vitest';
import { changedRecipe, failureOf, TEST_RECIPE } from '../testing/a-member-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';

const TABLE = 'tables/last_visit.sql';
const RULE = 'rules/no_email.sql';
const OUTPUT = 'outputs/audience.sql';
const NAME = 'small letters, digits and _, beginning with a letter';

test.each([
  [
    RULE,
    'from member',
    'from members_x',
    '3: there is no table "members_x" here; tables: members, visits, member, last_visit, population. Did you mean "members"?',
  ],
  [
    RULE,
    'from member',
    'from main.nobody',
    '3: there is no table "main.nobody" here; tables: members, visits, member, last_visit, population. Name one of these.',
  ],
  [
    RULE,
    'from member',
    'from survivor',
    '3: there is no table "survivor" here (only outputs, controls, diagnostics, insights and rules with scope: survivors see survivor); tables: members, visits, member, last_visit, population. Name one of these.',
  ],
  [
    RULE,
    'from member',
    'from verdict',
    '3: there is no table "verdict" here (only outputs, controls, diagnostics and insights see verdict); tables: members, visits, member, last_visit, population. Name one of these.',
  ],
  [
    TABLE,
    'from visits',
    'from last_visit',
    '3: there is no table "last_visit" here (the table last_visit is made later: a table sees those before it); tables: members, visits, member. Name one of these.',
  ],
  [
    TABLE,
    'from visits',
    'from import',
    '3: there is no table "import" here (only diagnostics and insights see import); tables: members, visits, member. Name one of these.',
  ],
  [
    TABLE,
    'from visits',
    'from population',
    '3: there is no table "population" here (tables, and outputs of a layer before the last, do not see population, which is made from one of the tables); tables: members, visits, member. Name one of these.',
  ],
  [
    TABLE,
    'from visits',
    'from source_visits',
    '3: the table source_visits is not for queries; tables: members, visits, member. Did you mean "visits"?',
  ],
  [
    OUTPUT,
    'from survivor',
    'from audience',
    '3: there is no table "audience" here (only the outputs after it, controls, diagnostics and insights see an output); tables: members, visits, member, last_visit, population, survivor, verdict, ledger, loaded, rejected_code, quarantined_members, quarantined_visits. Name one of these.',
  ],
  [
    TABLE,
    'where ',
    'where exists (select 1 from sqlite_schema) and ',
    '4: sqlite_schema belongs to the database, not to the data. Ask the tables of the recipe.',
  ],
  [
    TABLE,
    'where ',
    "where exists (select 1 from pragma_table_info('visits')) and ",
    '4: pragma_table_info belongs to the database, not to the data. Ask the tables of the recipe.',
  ],
  [
    TABLE,
    'spend\n',
    'count(*)\n',
    `2: the result has a column without a plain name: count(*); allowed: ${NAME}. Name it with: as name.`,
  ],
  [
    TABLE,
    'spend\n',
    'spend as Spend\n',
    `2: the result has a column without a plain name: Spend; allowed: ${NAME}. Name it with: as name.`,
  ],
  [
    TABLE,
    'spend\n',
    'spend as member_id\n',
    '2: the result has two columns named member_id. Rename one with: as name.',
  ],
  [
    TABLE,
    'select record, ',
    'select ',
    '2: the query of the table last_visit does not return record, by which each of its rows accounts for a record of visits. Add record to its columns.',
  ],
  [
    RULE,
    'email as detail',
    'email as details',
    '2: the query does not return detail and returns details as well; a rule returns exactly: member_id, reason, detail. Correct its columns.',
  ],
  [
    RULE,
    "'no_email' as",
    "'no_mail' as",
    '2: the reason "no_mail" is not one of the rule no_email; its reasons: no_email. Did you mean "no_email"?',
  ],
])('%s with %j made %j fails with its line', (file, before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe(file, before, after)))).toBe(`sql/x/${file}:${expected}`);
});

test.each([
  [
    'latest: visited_on',
    'latest: visit_on',
    '30: the latest "visit_on" of the table last_visit is not a column that tables/last_visit.sql returns; it returns: record, member_id, visited_on, spend. Did you mean "visited_on"?',
  ],
  [
    '    key: [member_id]',
    '    key: [membr_id]',
    '29: the key column "membr_id" of the table last_visit is not a column that tables/last_visit.sql returns; it returns: record, member_id, visited_on, spend. Did you mean "member_id"?',
  ],
  [
    '      spend: {decimals: 2}',
    '      spent: {decimals: 2}',
    '46: the column spent of audience.csv is not one that outputs/audience.sql returns; it returns: member_id, spend. Did you mean "spend"?',
  ],
  [
    '      spend: {decimals: 2}',
    '      email: {}\n      spend: {decimals: 2}',
    '46: the column email of audience.csv is not one that outputs/audience.sql returns; it returns: member_id, spend. Add it to the query, or remove it here.',
  ],
])('recipe.yaml with %j made %j, against the query, fails with its line', (before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe('recipe.yaml', before, after)))).toBe(
    `sql/x/recipe.yaml:${expected}`,
  );
});

test.each([
  [
    'x: {column: month,',
    'x: {column: moth,',
    '59: the x axis "moth" of the insight visits_by_month is not a column that insights/visits_by_month.sql returns; it returns: month, reason, spent. Did you mean "month"?',
  ],
  [
    'y: {column: spent,',
    'y: {column: total,',
    '60: the y axis "total" of the insight visits_by_month is not a column that insights/visits_by_month.sql returns; it returns: month, reason, spent. Add it to the query.',
  ],
  [
    'series: reason',
    'series: reasons',
    '61: the series "reasons" of the insight visits_by_month is not a column that insights/visits_by_month.sql returns; it returns: month, reason, spent. Did you mean "reason"?',
  ],
])('an insight with %j made %j, against its query, fails with its line', (before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe('recipe.yaml', before, after)))).toBe(
    `sql/x/recipe.yaml:${expected}`,
  );
});

test('the records of an insight bind its mark: x, and the series only where there is one', () => {
  expect(parseRecipe(TEST_RECIPE).insights[0]?.records?.parameters).toEqual(['x', 'series']);
  const text = changedRecipe('recipe.yaml', '    series: reason\n', '');
  expect(failureOf(() => parseRecipe(text))).toBe(
    'sql/x/insights/visits_of_month.sql:6: the parameter :series is unknown; allowed: :as_of, :window_days, :least_spend, :window_start, :x. Declare it under params or dates in recipe.yaml.',
  );
});

test('columns that are all declared are declared in the order of the query', () => {
  const text = changedRecipe('outputs/audience.sql', 'member_id, spend', 'spend, member_id');
  expect(failureOf(() => parseRecipe(text))).toBe(
    'sql/x/recipe.yaml:44: the columns of audience.csv are declared in another order than outputs/audience.sql returns them: spend, member_id. Put them in the same order.',
  );
});

test('the output that delivers has the key', () => {
  const text = changedRecipe('outputs/audience.sql', 'member_id, spend', 'spend');
  const undeclared = (text.files.get('recipe.yaml') ?? '').replace(
    '      member_id: {description: The member}\n',
    '',
  );
  const files = new Map(text.files).set('recipe.yaml', undeclared);
  expect(failureOf(() => parseRecipe({ ...text, files }))).toBe(
    'sql/x/outputs/audience.sql:2: the query of audience.csv, which delivers, does not return the key column member_id. Add it to its columns.',
  );
});

test('a diagnostic sees everything', () => {
  const everything = [
    'members',
    'last_visit',
    'population',
    'survivor',
    'verdict',
    'ledger',
    'audience',
    'import',
    'quarantine',
    'fault',
  ];
  const text = changedRecipe(
    'diagnostics/one_member.sql',
    'where',
    `where ${everything.map((name) => `exists (select 1 from ${name}) and`).join('\n')}`,
  );
  expect(parseRecipe(text).diagnostics).toHaveLength(1);
});
