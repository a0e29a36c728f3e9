import { join } from 'node:path';
import { expect } from 'vitest';
import { runMuster } from '../../support/run-muster.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { lines, writeFiles } from '../../support/write-files.ts';

const axis = (column: string, title: string, format: string) => ({ column, title, format });
const MONTH = axis('month', 'Month', 'month');

const INSIGHTS = [
  {
    ...{ insight: 'revenue', title: 'Revenue', chart: 'bar', sql: 'revenue.sql', records: 'of_x.sql' },
    ...{ x: MONTH, y: axis('revenue', 'Revenue', 'money'), line: axis('growth', 'Growth', 'rate') },
  },
  {
    ...{ insight: 'stages', title: 'Stages', chart: 'area', sql: 'stages.sql', records: 'of_series.sql' },
    ...{ x: MONTH, y: axis('people', 'People', 'number'), series: 'stage' },
  },
  {
    ...{ insight: 'grid', title: 'Grid', chart: 'heat map', sql: 'grid.sql', records: 'of_y.sql' },
    ...{ x: axis('f', 'Frequency', 'number'), y: axis('r', 'Recency', 'number') },
    ...{
      value: axis('people', 'People', 'number'),
      figures: [axis('spend', 'Spend', 'money')],
      label: 'words',
    },
  },
  {
    ...{ insight: 'triangle', title: 'Triangle', chart: 'heat map', sql: 'triangle.sql' },
    ...{ x: axis('n', 'Months after', 'number'), y: axis('cohort', 'Cohort', 'number') },
    value: axis('rate', 'Retention', 'rate'),
  },
  {
    ...{ insight: 'segments', title: 'Segments', chart: 'table', sql: 'segments.sql', records: 'of_x.sql' },
    x: axis('segment', 'Segment', 'text'),
    columns: [
      axis('spend', 'Spend', 'money'),
      axis('part', 'Share', 'rate'),
      axis('act', 'What to do', 'text'),
    ],
  },
  {
    ...{ insight: 'advice', title: 'Advice', chart: 'cards', sql: 'advice.sql', records: 'of_x.sql' },
    ...{ x: axis('name', 'Name', 'text'), severity: 'severity', value: 'figure', text: 'words' },
  },
  {
    ...{
      insight: 'monitor',
      title: 'Monitor',
      chart: 'status grid',
      sql: 'monitor.sql',
      records: 'of_y.sql',
    },
    ...{ x: axis('source', 'Source', 'text'), y: axis('check_name', 'Check', 'text') },
    ...{ status: 'status', value: 'figure', text: 'words' },
  },
  {
    ...{ insight: 'unopened', title: 'Unopened', chart: 'status grid', sql: 'monitor.sql' },
    ...{ x: axis('check_name', 'Check', 'text'), y: axis('source', 'Source', 'text') },
    ...{ status: 'status', value: 'figure', text: 'words' },
  },
  {
    ...{ insight: 'adoption', title: 'Adoption', chart: 'heat map', sql: 'adoption.sql' },
    ...{ x: axis('region', 'Region', 'text'), y: axis('feature', 'Feature', 'text') },
    value: axis('rate', 'Adoption', 'rate'),
  },
  {
    ...{ insight: 'totals', title: 'Totals', chart: 'fields', sql: 'totals.sql' },
    fields: [axis('people', 'People', 'number'), axis('spend', 'Spend', 'money')],
  },
];

const PROFILE = [
  {
    ...{ insight: 'visits', title: 'Visits', chart: 'table', sql: 'visits.sql' },
    x: axis('day', 'Day', 'date'),
    columns: [axis('page', 'Page', 'text'), axis('spend', 'Spend', 'money'), axis('kept', 'Kept', 'flag')],
  },
  {
    ...{ insight: 'who', title: 'Who they are', chart: 'fields', sql: 'who.sql' },
    description: 'As the last run has it.',
    fields: [
      axis('id', 'Person', 'text'),
      axis('email', 'Email', 'text'),
      axis('spend', 'Spend', 'money'),
      axis('rate', 'Share of all spend', 'rate'),
      axis('since', 'Here since', 'date'),
      axis('at', 'Last seen', 'time'),
      axis('is_active', 'Active', 'flag'),
      axis('phone', 'Phone', 'text'),
    ],
  },
  {
    ...{ insight: 'scores', title: 'Scores', chart: 'line', sql: 'scores.sql' },
    ...{ x: axis('day', 'Snapshot', 'date'), y: axis('score', 'Score', 'money') },
  },
  {
    ...{ insight: 'broken', title: 'Broken', chart: 'bar', sql: 'broken.sql' },
    ...{ x: axis('id', 'Person', 'text'), y: axis('words', 'Words', 'number') },
  },
];

const RECIPE = {
  recipe: 'chart-people',
  title: 'Chart people',
  version: '1.0.0',
  entity: 'person',
  key: ['id'],
  sources: {
    people: {
      files: ['people.csv'],
      columns: { id: { type: 'id', required: true }, spend: { type: 'decimal' } },
    },
  },
  tables: [{ table: 'person', from: 'people', key: ['id'], sql: 'person.sql' }],
  population: 'person',
  outputs: [{ file: 'delivery.csv', delivers: true, sql: 'delivery.sql' }],
  insights: INSIGHTS,
  profile: PROFILE,
};

/** The path of a workspace whose run has a chart of every kind, over three people. */
export async function chartWorkspace(): Promise<string> {
  const folder = tempFolder();
  writeFiles(join(folder, 'recipe'), {
    'recipe.yaml': JSON.stringify(RECIPE),
    'person.sql': 'select record, id, spend from people',
    'delivery.sql': 'select id from survivor order by id',
    'revenue.sql': values('month, revenue, growth', [
      ["'2026-01'", '1001000', 'null'],
      ["'2026-02'", '-20000', '-10200'],
      ["'2026-03'", '1234500', 'null'],
    ]),
    'stages.sql': values('month, stage, people', [
      ["'2026-01'", "'new'", '3'],
      ["'2026-01'", "'active'", '5'],
      ["'2026-02'", "'new'", '1'],
      ["'2026-02'", "'active'", '7'],
    ]),
    'grid.sql': values('r, f, people, spend, words', [
      ['2', '1', '3', '12500', "'New'"],
      ['2', '2', 'null', 'null', 'null'],
      ['2', '3', '9', '1001000', "'Champions'"],
      ['1', '1', '0', '0', "'Asleep'"],
    ]),
    'triangle.sql':
      'with recursive n (n) as (select 0 union all select n + 1 from n where n < 59) ' +
      'select c.n as cohort, n.n as n, 10000 / (n.n + 1) as rate from n as c join n on c.n + n.n < 60 where c.n < 4 order by 1, 2',
    'segments.sql': values('segment, spend, part, act', [
      ["'loyal'", '12345678900', '1234', "'Thank them first.'"],
      ["'asleep'", '-12500', 'null', "'Write only where it costs nothing.'"],
    ]),
    'advice.sql': values('name, severity, figure, words', [
      ["'repeat_rate'", "'info'", "'41.0%'", "'Some came back.'"],
      ["'revenue_change'", "'alert'", "'-23.4%'", "'Revenue fell: look at campaigns that ended.'"],
      ["'risk'", "'warn'", 'null', "'Nobody can say.'"],
    ]),
    'monitor.sql': monitor(),
    'adoption.sql': adoption(),
    'totals.sql': 'select count(*) as people, sum(spend) as spend from person',
    'who.sql':
      "select id, 'ann.long-name.of-the-household@subdomain.example.org' as email, spend, 1234 as rate, '2024-02-29' as since, " +
      "'2026-11-19T14:05:09' as at, 1 as is_active, null as phone from person where id = :id",
    'visits.sql':
      'with recursive n (n) as (select 1 union all select n + 1 from n where n < 40) ' +
      "select date('2026-01-01', n || ' days') as day, 'page ' || n as page, spend, n % 2 as kept from person join n where id = :id and spend is not null order by n",
    'scores.sql': `with given (day, score) as (values ('2026-11-01', 400000), ('2026-11-08', 455000), ('2026-11-15', 380000)) select day, score from given join person on id = :id`,
    'broken.sql': "select id, 'many' as words from person where id = :id and id = 2",
    'of_x.sql': 'select id, spend, :x as x from person order by id',
    'of_series.sql': 'select id, :x as x, :series as series from person order by id',
    'of_y.sql': 'select id, :x as x, :y as y from person order by id',
  });
  writeFiles(join(folder, 'in'), { 'people.csv': lines('id,spend', '1,1.50', '2,2', '3,') });
  const workspace = join(folder, 'Charts.muster');
  const { exit, stderr } = await runMuster([
    ...['run', join(folder, 'recipe'), '--in', join(folder, 'in'), '--out', join(folder, 'out')],
    ...['--as-of', '2026-11-20', '--workspace', workspace],
  ]);
  expect(exit, stderr).toBe(0);
  return workspace;
}

/** A status grid of 13 sources by 7 checks, without the check that a source lacks, and with one that warns and one that failed. */
function monitor(): string {
  const sources =
    'user_profile user_activity engagement_score feature_adoption retention_action support_calls support_chats issue_tickets service_requests product_support_usage repeat_engagements region_metadata region_thresholds';
  const rows = sources.split(' ').flatMap((source, at) => {
    const one = (check: string, status: string, figure: string, words: string) =>
      [source, check, status, figure, words].map((text) => `'${text}'`);
    return [
      one(
        'volume',
        at === 1 ? 'fail' : 'ok',
        String(12345 - at * 321),
        `${source} has a volume like before.`,
      ),
      one(
        'rejected',
        at === 2 ? 'warn' : 'ok',
        at === 2 ? '1.7%' : '0.2%',
        'A share of 0.0170 was rejected.',
      ),
      ...(at === 3 ? [] : [one('freshness', 'ok', '1', 'The latest is a day old.')]),
      one('orphans', at === 4 ? 'fail' : 'ok', '0.0%', 'None is without a profile.'),
    ];
  });
  return values('source, check_name, status, figure, words', rows);
}

/** A heat map of 30 features by 8 regions. */
function adoption(): string {
  const regions = [
    'North',
    'South',
    'East',
    'West',
    'Central Highlands',
    'Islands',
    'Northern Territory',
    'Coast',
  ];
  const rows = Array.from({ length: 30 }, (_, feature) =>
    regions.map((region, at) => {
      const rate = ((feature * 7 + at * 13) % 100) * 97;
      return [`'feature_number_${feature + 1}'`, `'${region}'`, String(rate)];
    }),
  ).flat();
  return values('feature, region, rate', rows);
}

function values(columns: string, rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `with given (${columns}) as (values ${body}) select ${columns} from given`;
}
