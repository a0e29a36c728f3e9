import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { RecipeText } from '../recipe/recipe.ts';

const YAML = `recipe: test-audience
title: Test audience
entity: member
key: [member_id]
params:
  window_days: {type: integer, default: 30, title: Days a visit counts}
  least_spend: {type: decimal, default: 1.50, title: Least spend}
dates:
  window_start: {from: as_of, minus_days: window_days}
sources:
  members:
    files: [members.csv]
    unique: [member_id]
    columns:
      member_id: {type: id, required: true}
      email: {type: email}
      score: {type: decimal, least: 0, most: 99.5}
  visits:
    files: [visits.csv]
    required: false
    columns:
      member_id: {type: id, required: true}
      visited_on: {type: date, required: true}
      spend: {type: decimal}
tables:
  - {table: member, from: members, key: [member_id]}
  - table: last_visit
    from: visits
    key: [member_id]
    latest: visited_on
    sql: tables/last_visit.sql
population: member
rules:
  - {stage: no_email, sql: rules/no_email.sql, title: No email address}
  - stage: no_visit
    title: No visit within the window
    reasons: [never, long_ago]
    scope: survivors
    sql: rules/no_visit.sql
outputs:
  - file: audience.csv
    delivers: true
    sql: outputs/audience.sql
    columns:
      member_id: {description: The member}
      spend: {decimals: 2}
controls:
  - {control: spend, sql: controls/spend.sql}
diagnostics:
  - diagnostic: one_member
    title: One member
    sql: diagnostics/one_member.sql
    params: {member: {type: id, title: Member}}
insights:
  - insight: visits_by_month
    title: Visits by month
    chart: stacked bar
    sql: insights/visits_by_month.sql
    x: {column: month, title: Month, format: month}
    y: {column: spent, title: Spend, format: money}
    series: reason
    records: insights/visits_of_month.sql
`;

const FILES: ReadonlyMap<string, string> = new Map([
  ['recipe.yaml', YAML],
  [
    'tables/last_visit.sql',
    `-- One row a visit.
select record, member_id, visited_on, spend
from visits
where visited_on >= :window_start
`,
  ],
  [
    'rules/no_email.sql',
    `-- One row a member without a proper address.
select member_id, 'no_email' as reason, email as detail
from member
where email is null
  or not is_email(email)
`,
  ],
  [
    'rules/no_visit.sql',
    `-- One row a survivor without a visit.
select member_id, 'never' as reason, null as detail
from survivor
where member_id not in (select member_id from last_visit)
`,
  ],
  [
    'outputs/audience.sql',
    `-- One row a survivor.
select member_id, spend
from survivor
join last_visit using (member_id)
order by member_id;
`,
  ],
  [
    'controls/spend.sql',
    `select
  (select sum(spend) from audience) as left,
  (select sum(last_visit.spend) from last_visit join audience using (member_id)) as right
`,
  ],
  [
    'diagnostics/one_member.sql',
    `select member.email as email, ledger.reason as reason
from member
join population using (member_id)
join ledger using (entity)
where member.member_id = :member
`,
  ],
  [
    'insights/visits_by_month.sql',
    `select month_of(visited_on) as month, ledger.reason as reason, sum(spend) as spent
from visits
join population using (member_id)
join ledger using (entity)
group by month, reason
`,
  ],
  [
    'insights/visits_of_month.sql',
    `select visits.member_id as member_id, visited_on, spend
from visits
join population using (member_id)
join ledger using (entity)
where month_of(visited_on) = :x
  and reason is :series
`,
  ],
]);

/** A small recipe that uses every part of the format, for tests. */
export const TEST_RECIPE: RecipeText = { folder: join('sql', 'x'), files: FILES };

/** The test recipe with one piece of text replaced; the piece must stand in the file. */
export function changedRecipe(file: string, before: string, after: string): RecipeText {
  const text = FILES.get(file) ?? '';
  if (!text.includes(before)) throw new Error(`${file} of the test recipe does not hold: ${before}`);
  // By function: in a replacement text $ has a meaning.
  return {
    folder: TEST_RECIPE.folder,
    files: new Map(FILES).set(
      file,
      text.replace(before, () => after),
    ),
  };
}

/** The failure of what is done, as one line; throws when nothing fails. */
export function failureOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error.line;
    throw error;
  }
  throw new Error('Nothing failed.');
}
