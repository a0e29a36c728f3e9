import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Axis } from '../../contract/insights.ts';
import { resultJobs } from '../jobs/result-jobs.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe, type RecipeParts } from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { CancelFlag, guardReads } from '../workspace/cancel.ts';
import { openWorkspace, openWorkspaceForReading } from '../workspace/workspace.ts';
import { listInsights } from './list-insights.ts';
import { runInsight } from './run-insights.ts';

const axis = (column: string, format: Axis['format']): Axis => ({ column, title: column, format });

const PARTS: RecipeParts = {
  rules: [{ stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" }],
  insights: [
    {
      insight: 'spend_by_team',
      title: 'Spend by team',
      description: 'Who spends.',
      chart: 'stacked bar',
      sql: 'select team, score, sum(spend) as spend from people group by team, score order by team, score',
      x: axis('team', 'text'),
      y: axis('spend', 'money'),
      series: 'score',
      records: 'insights/people_of_team.sql',
    },
    {
      insight: 'people_by_spend',
      title: 'People by spend',
      chart: 'bar',
      sql: 'select spend, count(*) as people from person group by spend order by spend',
      x: axis('spend', 'money'),
      y: axis('people', 'number'),
    },
  ],
  files: {
    'insights/people_of_team.sql':
      'select id, spend, :as_of as day from people where team is :x and cast(score as text) is :series order by record',
  },
};

const PEOPLE = lines(
  'id,seen_on,score,team,spend',
  '1,2026-01-01,1,red,1.25',
  '2,2026-01-01,3,,10',
  '3,2026-01-01,3,,2.5',
  'x,never,,,',
);

async function aReader(recipe: Recipe = aPeopleRecipe(PARTS), runs = 1) {
  const path = join(tempFolder(), 'w.muster');
  for (let run = 0; run < runs; run++) await aRun(recipe, { 'people.csv': PEOPLE }, { workspace: path });
  const db = openWorkspaceForReading(path);
  const cancel = new CancelFlag();
  guardReads(db, cancel);
  onTestFinished(() => {
    db.close();
  });
  return { db, path, recipe, cancel, onProgress: () => {} };
}

test('a chart has its data as files have it, and its numbers as numbers, money in whole units', async () => {
  const reader = await aReader();
  expect(resultJobs.insight(reader, { insight: 'spend_by_team' })).toEqual({
    insight: 'spend_by_team',
    title: 'Spend by team',
    description: 'Who spends.',
    chart: 'stacked bar',
    x: axis('team', 'text'),
    y: axis('spend', 'money'),
    series: 'score',
    line: null,
    lookup: null,
    columns: ['team', 'score', 'spend'],
    rows: [
      [null, '3', 12.5],
      ['red', '1', 1.25],
    ],
    opens: true,
  });
  expect(resultJobs.insight(reader, { insight: 'people_by_spend' })).toMatchObject({
    series: null,
    rows: [
      ['1.25', 1],
      ['2.50', 1],
      ['10.00', 1],
    ],
    opens: false,
  });
});

test('the records behind a mark are found by its x and its series, also where x is nothing', async () => {
  const reader = await aReader();
  const open = (values: Readonly<Record<string, string | null>>) => {
    const { view, rows } = resultJobs.insightRecords(reader, { insight: 'spend_by_team', values });
    return { rows, page: resultJobs.resultPage(reader, { view, from: 0, count: 10 }).rows };
  };
  expect(open({ x: null, series: '3' })).toMatchObject({
    rows: 2,
    page: [
      { cells: ['2', '10.00', AS_OF], key: ['2'] },
      { cells: ['3', '2.50', AS_OF], key: ['3'] },
    ],
  });
  expect(open({ x: 'red', series: '1' }).rows).toBe(1);
  expect(open({ x: 'blue', series: '1' }).rows).toBe(0);
});

test('a chart without records says so, and one that is not there too', async () => {
  const reader = await aReader();
  expect(failureOf(() => resultJobs.insightRecords(reader, { insight: 'people_by_spend', values: {} }))).toBe(
    'There are no records behind the marks of People by spend. Choose another chart.',
  );
  expect(failureOf(() => resultJobs.insight(reader, { insight: 'nothing' }))).toBe(
    'The last run has no chart nothing. Choose another.',
  );
});

test('a chart of texts where numbers belong, and one of too many marks, fail in words', async () => {
  const insight = {
    insight: 'odd',
    title: 'Odd',
    chart: 'bar' as const,
    x: axis('id', 'text'),
    y: axis('n', 'number'),
  };
  const odd = (sql: string) => aReader(aPeopleRecipe({ insights: [{ ...insight, sql }] }));
  const texts = await odd("select id, 'many' as n from person");
  expect(failureOf(() => resultJobs.insight(texts, { insight: 'odd' }))).toBe(
    'Odd: n is "many", which is no number. Correct the query.',
  );
  const many = await odd(
    'with recursive c (n) as (select 1 union all select n + 1 from c limit 5001) select n as id, n from c',
  );
  expect(failureOf(() => resultJobs.insight(many, { insight: 'odd' }))).toBe(
    'Odd has more than 5,000 marks. Let its query group them more coarsely.',
  );
});

test('the list has the charts of the last run, then those over runs, without rules none about them; before any run it is empty', async () => {
  const { db } = await aReader();
  expect(listInsights(db)).toEqual([
    { insight: 'spend_by_team', title: 'Spend by team', chart: 'stacked bar' },
    { insight: 'people_by_spend', title: 'People by spend', chart: 'bar' },
    { insight: 'reasons-over-runs', title: 'Reasons over runs', chart: 'stacked bar' },
    { insight: 'audience-over-runs', title: 'Audience over runs', chart: 'line' },
  ]);
  const { db: unruled } = await aReader(aPeopleRecipe({ rules: [] }));
  expect(listInsights(unruled).map(({ insight }) => insight)).toEqual(['audience-over-runs']);
  const path = join(tempFolder(), 'w.muster');
  openWorkspace(path).close();
  const empty = openWorkspaceForReading(path);
  expect(listInsights(empty)).toEqual([]);
  empty.close();
});

test('the charts over runs have each run in its order', async () => {
  const { db } = await aReader(aPeopleRecipe(PARTS), 2);
  const runs = [`run 1, ${AS_OF}`, `run 2, ${AS_OF}`];
  expect(runInsight(db, 'reasons-over-runs')?.rows).toEqual(runs.map((run) => [run, 'low', 1]));
  expect(runInsight(db, 'audience-over-runs')?.rows).toEqual(
    runs.flatMap((run) => [
      [run, 'entered', 3],
      [run, 'delivered', 2],
    ]),
  );
  expect(runInsight(db, 'spend_by_team')).toBeUndefined();
});

const shaped = (
  sql: string,
  shape: Omit<NonNullable<RecipeParts['insights']>[number], 'insight' | 'title'>,
) =>
  aReader(
    aPeopleRecipe({ insights: [{ insight: 'odd', title: 'Odd', ...shape, sql }], files: PARTS.files ?? {} }),
  );

test('figures of every shape are numbers, a rate and money out of their ten-thousandths, and names are texts', async () => {
  const heat = await shaped(
    'select score, team, 12345 as share, sum(spend) as spend from people group by 1, 2 order by 1',
    {
      ...{
        chart: 'heat map',
        x: axis('score', 'number'),
        y: axis('team', 'text'),
        value: axis('share', 'rate'),
      },
      ...{ figures: [axis('spend', 'money')], label: 'team' },
    },
  );
  expect(resultJobs.insight(heat, { insight: 'odd' })).toMatchObject({
    ...{ chart: 'heat map', label: 'team', figures: [axis('spend', 'money')] },
    rows: [
      ['1', 'red', 1.2345, 1.25],
      ['3', null, 1.2345, 12.5],
    ],
  });
  const table = await shaped(
    "select score, spend, null as part, 7 as all_of, 'x' as words from person where id = 1",
    {
      ...{ chart: 'table', x: axis('score', 'number') },
      columns: [
        axis('spend', 'money'),
        axis('part', 'rate'),
        axis('all_of', 'percent'),
        axis('words', 'text'),
      ],
    },
  );
  expect(resultJobs.insight(table, { insight: 'odd' })).toMatchObject({
    shown: [{}, {}, {}, {}],
    rows: [['1', 1.25, null, 7, 'x']],
  });
  const line = await shaped('select team, score, 1 - 20001 as growth from person where id = 1', {
    ...{ chart: 'bar', x: axis('team', 'text'), y: axis('score', 'number'), line: axis('growth', 'rate') },
  });
  expect(resultJobs.insight(line, { insight: 'odd' })).toMatchObject({
    line: axis('growth', 'rate'),
    rows: [['red', 1, -2]],
  });
});

test('the value of a card is text, and a severity that is none fails in words', async () => {
  const cards = (severity: string) =>
    shaped(`select team, ${severity} as severity, score as value, 'Look.' as text from person where id = 1`, {
      ...{ chart: 'cards', x: axis('team', 'text'), severity: 'severity', value: 'value', text: 'text' },
    });
  const { rows } = resultJobs.insight(await cards("'warn'"), { insight: 'odd' });
  expect(rows).toEqual([['red', 'warn', '1', 'Look.']]);
  const grave = await cards("'grave'");
  expect(failureOf(() => resultJobs.insight(grave, { insight: 'odd' }))).toBe(
    'Odd: a severity is "grave"; allowed: info, warn, alert. Correct the query.',
  );
});

test('a status grid has its statuses and its words as text, one cell for each pair, and none without a status', async () => {
  const grid = (status: string, where = '') =>
    shaped(`select team, score, ${status} as status, score as value, 'Look.' as text from people ${where}`, {
      ...{ chart: 'status grid', x: axis('team', 'text'), y: axis('score', 'number') },
      ...{ status: 'status', value: 'value', text: 'text' },
    });
  const sound = await grid("case score when 1 then 'fail' end", 'where id < 3 order by id');
  const { rows } = resultJobs.insight(sound, { insight: 'odd' });
  expect(rows).toEqual([
    ['red', '1', 'fail', '1', 'Look.'],
    [null, '3', null, '3', 'Look.'],
  ]);
  const good = await grid("'good'");
  expect(failureOf(() => resultJobs.insight(good, { insight: 'odd' }))).toBe(
    'Odd: a status is "good"; allowed: ok, warn, fail. Correct the query.',
  );
  const twice = await grid("'ok'");
  expect(failureOf(() => resultJobs.insight(twice, { insight: 'odd' }))).toBe(
    'Odd has two rows for score 3, team null. Let its query return one row a cell.',
  );
});

test('fields are those of one row: days and times as they are stored, flags 0 or 1', async () => {
  const fields = (sql: string) =>
    shaped(sql, {
      chart: 'fields',
      fields: [axis('seen_on', 'date'), axis('at', 'time'), axis('is_red', 'flag'), axis('spend', 'money')],
    });
  const one = "select seen_on, '2026-01-01T10:00:00' as at, team = 'red' as is_red, spend from people";
  const { columns, rows, opens } = resultJobs.insight(await fields(`${one} where id = 1`), {
    insight: 'odd',
  });
  expect({ columns, rows, opens }).toEqual({
    columns: ['seen_on', 'at', 'is_red', 'spend'],
    rows: [['2026-01-01', '2026-01-01T10:00:00', 1, 1.25]],
    opens: false,
  });
  const many = await fields(one);
  expect(failureOf(() => resultJobs.insight(many, { insight: 'odd' }))).toBe(
    'Odd has 3 rows; its fields are those of one. Let its query return one row.',
  );
  const flag = await fields('select seen_on, null as at, score as is_red, spend from people where id = 2');
  expect(failureOf(() => resultJobs.insight(flag, { insight: 'odd' }))).toBe(
    'Odd: is_red is 3; a flag is 0 or 1. Correct the query.',
  );
});

test('a heat map binds its x and its y, and has each cell once', async () => {
  const shape = { chart: 'heat map', x: axis('team', 'text'), y: axis('score', 'number') } as const;
  const files = {
    'insights/people.sql': 'select id from people where team is :x and cast(score as text) is :y',
  };
  const insight = { insight: 'odd', title: 'Odd', ...shape, value: axis('people', 'number') };
  const sql = 'select team, score, count(*) as people from people group by 1, 2';
  const recipe = aPeopleRecipe({ insights: [{ ...insight, sql, records: 'insights/people.sql' }], files });
  const reader = await aReader(recipe);
  const open = (x: string | null, y: string) =>
    resultJobs.insightRecords(reader, { insight: 'odd', values: { x, y, series: 'no matter' } }).rows;
  expect([open(null, '3'), open('red', '1'), open('red', '3')]).toEqual([2, 1, 0]);
  const twice = await shaped('select null as team, 3 as score, 1 as people from people', {
    ...shape,
    value: axis('people', 'number'),
  });
  expect(failureOf(() => resultJobs.insight(twice, { insight: 'odd' }))).toBe(
    'Odd has two rows for score 3, team null. Let its query return one row a cell.',
  );
});
