import { expect, test } from 'vitest';
import { changedRecipe, failureOf } from '../testing/a-member-recipe.ts';
import { openScratch } from '../workspace/database.ts';
import { migrate } from '../workspace/migrate.ts';
import { RESERVED_TABLES } from './check-names.ts';
import { parseRecipe } from './parse-recipe.ts';

const WHOLE_NUMBER = 'a whole number from -9007199254740991 to 9007199254740991';
const RESERVED =
  'is reserved; no name may be one of workspace, source, import, quarantine, fault, rejected, run, population, survivor, verdict, ledger, as_of, loaded, rejected_code, correction, correction_record, remembered_reading, waiting_file, export, saved_query, audit, recipe_copy, history_out or begin with sqlite_, pragma_, source_, run_, output_, audit_ or quarantined_. Give it another name.';

test.each([
  [
    'minus_days: window_days',
    'minus_days: window_day',
    '9: minus_days names "window_day", which is not an integer parameter; allowed: window_days. Did you mean "window_days"?',
  ],
  [
    'minus_days: window_days',
    'minus_days: least_spend',
    '9: minus_days names "least_spend", which is not an integer parameter; allowed: window_days. Name one of these.',
  ],
  [
    'email: {',
    'memberid: {',
    '16: the columns member_id and memberid would be found under the same header. Rename one of them.',
  ],
  [
    'email: {',
    'email: {header: MEMBER-ID, ',
    '16: the columns member_id and email would be found under the same header. Rename one of them.',
  ],
  [
    'email: {',
    'email: {header: "- -", ',
    '16: the header of the column email is "- -", of which nothing is compared. Give it one with letters or digits.',
  ],
  [
    'email: {',
    'record: {',
    '16: a column cannot be called record: that is the number of the record. Give it another name.',
  ],
  ['{type: email}', '{type: enum, values: [A, b, a]}', '16: values has "a" twice. Remove one of them.'],
  [
    'least: 0',
    'least: 0.00001',
    '17: least is 0.00001; allowed: a number with up to 4 decimals. Correct it.',
  ],
  ['least: 0', 'least: 99.6', '17: least is greater than most. Correct one of them.'],
  [
    'unique: [member_id]',
    'unique: [membr_id]',
    '13: unique names "membr_id", which is not a column of members; allowed: member_id, email, score. Did you mean "member_id"?',
  ],
  [
    'unique: [member_id]',
    'unique: [[email], [emial]]',
    '13: unique names "emial", which is not a column of members; allowed: member_id, email, score. Did you mean "email"?',
  ],
  [
    'unique: [member_id]',
    'unique: [member_id]\n    incremental: true',
    '13: the source members is incremental and has unique keys: which record had a key first would hang on the order of the files. Leave out one of them.',
  ],
  ['unique: [member_id]', 'unique: [email, email]', '13: unique has "email" twice. Remove one of them.'],
  [
    'table: member,',
    'table: visits,',
    '26: the name visits of the table is that of a source already. Give one of them another name.',
  ],
  ['table: member,', 'table: run,', `26: the name run of the table ${RESERVED}`],
  ['  visits:\n', '  sqlite_visits:\n', `18: the name sqlite_visits of the source ${RESERVED}`],
  [
    'file: audience.csv',
    'file: last-visit.csv',
    '41: the name last_visit of the output is that of a table already. Give one of them another name.',
  ],
  ['file: audience.csv', 'file: ledger.csv', `41: the name ledger of the output ${RESERVED}`],
  [
    'from: visits',
    'from: visit',
    '28: from names "visit", which is not a source; allowed: members, visits. Did you mean "visits"?',
  ],
  [
    'population: member',
    'population: members',
    '32: population names "members", which is not a table; allowed: member, last_visit. Did you mean "member"?',
  ],
  [
    'key: [member_id]\nparams',
    'key: [email]\nparams',
    '32: the population member has the key member_id, the recipe email. Make them the same, in the same order.',
  ],
  [
    'key: [member_id]\nparams',
    'key: [reason]\nparams',
    '4: key[0] is "reason", a name that Muster gives to a column of its own (record, entity, mask, rule, stage, reason, detail, also). Give the column another name.',
  ],
  [
    'default: 30',
    'default: soon',
    `6: the default of window_days is "soon"; allowed: ${WHOLE_NUMBER}. Correct it.`,
  ],
  [
    'default: 30',
    'default: 30.5',
    `6: the default of window_days is "30.5"; allowed: ${WHOLE_NUMBER}. Correct it.`,
  ],
  [
    'default: 1.50',
    'default: 1.50001',
    '7: the default of least_spend is "1.50001"; allowed: a number with up to 4 decimals, like 12.50. Correct it.',
  ],
  [
    '  window_start:',
    '  window_days:',
    '9: the name window_days is that of a parameter already. Give it another name.',
  ],
  [
    '  window_days:',
    '  as_of:',
    '6: the name as_of is that of the as-of date already. Give it another name.',
  ],
  [
    '{member: {type',
    '{window_start: {type',
    '53: the name window_start is that of a date already. Give it another name.',
  ],
  [
    'stage: no_visit',
    'stage: no_email',
    '35: rules[1] has the name "no_email", as another has before it. Give it a name of its own with rule.',
  ],
  [
    'stage: no_visit',
    'stage: population',
    '35: a stage cannot be called population: that is the one before all rules. Give it another name.',
  ],
  [
    'outputs:\n',
    '  - {stage: no_email, rule: x, title: x, sql: rules/no_email.sql}\noutputs:\n',
    '40: the stage no_email comes a second time, after other stages. Put the rules of a stage one after the other.',
  ],
  ['[never, long_ago]', '[never, never]', '37: reasons has "never" twice. Remove one of them.'],
  [
    'file: audience.csv',
    'file: dropouts.csv',
    '41: dropouts.csv is a file that every run writes itself. Give the output another name.',
  ],
  [
    'file: audience.csv',
    'file: rejected-x.csv',
    '41: rejected-x.csv is a file that every run writes itself. Give the output another name.',
  ],
  [
    'delivers: true',
    'delivers: false',
    '40: no output delivers; one must. Add delivers: true to the output whose rows are the delivery.',
  ],
  [
    'diagnostics:\n',
    '  - {control: spend, sql: controls/spend.sql}\ndiagnostics:\n',
    '49: controls[1] has the name "spend", as another has before it. Give it a name of its own with control.',
  ],
  [
    'sql: rules/no_email.sql',
    'sql: rules/no_emial.sql',
    '34: there is no file rules/no_emial.sql in the recipe\'s folder; SQL files there: tables/last_visit.sql, rules/no_email.sql, rules/no_visit.sql, outputs/audience.sql, controls/spend.sql, diagnostics/one_member.sql, insights/visits_by_month.sql, insights/visits_of_month.sql. Did you mean "rules/no_email.sql"?',
  ],
  [
    '  window_days: {',
    '  series: {type: text, title: S}\n  window_days: {',
    "6: the name series is that of a part of an insight's mark already. Give it another name.",
  ],
  [
    '  - insight: visits_by_month\n',
    '  - {insight: visits_by_month, title: V, chart: bar, sql: insights/visits_by_month.sql, x: {column: month, title: M, format: month}, y: {column: spent, title: S, format: money}}\n  - insight: visits_by_month\n',
    '56: insights[1] has the name "visits_by_month", as another has before it. Give it a name of its own with insight.',
  ],
  [
    'chart: stacked bar',
    'chart: stacked bars',
    '57: insights[0].chart is "stacked bars"; allowed: stacked bar, line, area, bar, heat map, status grid, cards, table, fields. Did you mean "stacked bar"?',
  ],
  [
    'format: money}',
    'format: month}',
    '60: insights[0].y.format is "month"; allowed: number, money, percent, rate. Did you mean "money"?',
  ],
])('%j made %j fails with its line and what is allowed', (before, after, expected) => {
  expect(failureOf(() => parseRecipe(changedRecipe('recipe.yaml', before, after)))).toBe(
    `sql/x/recipe.yaml:${expected}`,
  );
});

test('the name of every table and view of the workspace is reserved', () => {
  const db = openScratch();
  migrate(db, ':memory:');
  const tables = db
    .prepare<[], string>("select name from sqlite_schema where type in ('table', 'view')")
    .pluck()
    .all();
  db.close();
  expect(tables.filter((name) => !RESERVED_TABLES.has(name) && !name.startsWith('sqlite_'))).toEqual([]);
});
