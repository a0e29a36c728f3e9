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

function values(columns: string, rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `with given (${columns}) as (values ${body}) select ${columns} from given`;
}
