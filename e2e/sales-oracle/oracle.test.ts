import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { gz, lines, writeFiles } from '../support/write-files.ts';
import { type ExpectedSales, expectSales } from './oracle.ts';

const HEADER = 'Date,Customer ID,Order ID,Sales';

/** What is expected of extracts of these lines, one after the other. */
function expectOf(asOf: string, ...extracts: readonly (readonly string[])[]): ExpectedSales {
  const folder = tempFolder();
  const files = extracts.map((own, at) => [`sales_${at}.csv`, lines(HEADER, ...own)] as const);
  writeFiles(folder, Object.fromEntries(files));
  return expectSales(folder, asOf);
}

/** The rows of a file, without its header. */
function rowsOf({ files }: ExpectedSales, name: string): readonly string[] {
  return files.get(`${name}.csv`)?.split('\n').slice(1, -1) ?? [];
}

// Customer 7 has orders on three days, 007 one order on two days, and both know an order A.
const SHOP = [
  '2026-08-31,7,A,100.50',
  '2026-09-01,7,A,-0.505',
  '2026-09-30,7,B,20',
  '2026-10-31 23:59,7,C,30',
  '2026-10-01,007,A,10.005',
  '2026-11-20,007,A,0',
];

test('the warehouse has every day, customer, order and line under a key', () => {
  const expected = expectOf('2026-11-20', SHOP);
  const days = rowsOf(expected, 'dim_date');
  expect(days).toHaveLength(82);
  expect(days[0]).toBe('20260831,2026-08-31,2026,3,8,31,1,false');
  expect(days[5]).toBe('20260905,2026-09-05,2026,3,9,5,6,true');
  expect(rowsOf(expected, 'dim_customer')).toEqual([
    '1,7,2026-08-31,2026-10-31,3,150.00',
    '2,007,2026-10-01,2026-10-01,1,10.01',
  ]);
  expect(rowsOf(expected, 'dim_order')).toEqual([
    '1,A,1,20260831,2,100.00',
    '2,B,1,20260930,1,20.00',
    '3,C,1,20261031,1,30.00',
    '4,A,2,20261001,2,10.01',
  ]);
  expect(rowsOf(expected, 'fact_sales')).toEqual([
    '1,1,1,20260831,100.50',
    '2,1,1,20260901,-0.51',
    '3,2,1,20260930,20.00',
    '4,3,1,20261031,30.00',
    '5,4,2,20261001,10.01',
    '6,4,2,20261120,0.00',
  ]);
});

test('months, cohorts and stages are told from the date of an order', () => {
  const expected = expectOf('2026-11-20', SHOP);
  // 100.50 - 0.505 is 99.995, and 30 + 10.005 is 40.005: both halves go up.
  expect(rowsOf(expected, 'monthly_metrics')).toEqual([
    '2026-08,100.00,1,1,1,0,100.00,',
    '2026-09,20.00,1,1,0,1,20.00,-0.8000',
    '2026-10,40.01,2,2,1,1,20.00,1.0003',
  ]);
  expect(rowsOf(expected, 'cohort_analysis')).toEqual([
    '2026-08,0,1,1,1.0000,100.00',
    '2026-08,1,1,1,1.0000,20.00',
    '2026-08,2,1,1,1.0000,30.00',
    '2026-08,3,1,0,,0.00',
    '2026-10,0,1,1,1.0000,10.01',
    '2026-10,1,1,0,,0.00',
  ]);
  expect(rowsOf(expected, 'cumulative_retention')).toEqual([
    '2026-08,1,3,1,',
    '2026-08,1,12,1,',
    '2026-08,1,18,1,',
    '2026-10,1,3,0,',
    '2026-10,1,12,0,',
    '2026-10,1,18,0,',
  ]);
  const stages = rowsOf(expected, 'lifecycle_tracking').filter((row) => !row.endsWith(',0'));
  expect(stages).toEqual([
    '2026-08,new,1',
    '2026-09,new,1',
    '2026-10,new,1',
    '2026-10,active,1',
    '2026-11,active,2',
  ]);
});

test('customers are scored, valued and chosen', () => {
  const expected = expectOf('2026-11-20', SHOP);
  // Orders 20, 50 and 81 days ago; gaps of 30 and 31 days, of both together, as nobody has three.
  expect(rowsOf(expected, 'churn_scores')).toEqual(['7,20,30.5,0.0000,low', '007,50,30.5,1.0000,high']);
  expect(rowsOf(expected, 'customer_segments')).toEqual([
    '7,20,3,150.00,3,3,3,333,need_attention,*,active',
    '007,50,1,10.01,1,1,1,111,hibernating,*,active',
  ]);
  // 149.995 / 3 and 149.995 x 365 / 90 = 608.31...; 90 days are the least tenure.
  expect(rowsOf(expected, 'customer_value')).toEqual([
    '7,3,150.00,50.00,90,12.17,1.0000,608.31,758.31',
    '007,1,10.01,10.01,90,4.06,0.0000,0.00,10.01',
  ]);
  // 100 x (0.4 x 3/5 + 0.3 x 3/5 + 0.3 x 0).
  expect(rowsOf(expected, 'campaign_targets')).toEqual(['7,need_attention,limited_offer,42']);
  expect(rowsOf(expected, 'dropouts')).toEqual(['007,not_worth_contact,not_worth_contact,*,']);
  expect(expected.reconciliation).toMatchObject({
    stages: [
      { stage: 'population', in: 2, dropped: 0, out: 2, reasons: [] },
      { stage: 'no_value', in: 2, dropped: 0, out: 2 },
      { stage: 'bought_this_week', in: 2, dropped: 0, out: 2 },
      { stage: 'not_worth_contact', in: 2, dropped: 1, out: 1, reasons: [{ dropped: 1, any: 1, only: 1 }] },
    ],
    outcome: { entered: 2, delivered: 1, dropped: 1 },
  });
  expect([expected.revenue, expected.customers]).toEqual([1_600_000n, 2]);
});

test('insights compare the last month that has ended, and say what is high', () => {
  expect(rowsOf(expectOf('2026-11-20', SHOP), 'business_insights')).toEqual([
    'revenue_change,info,1.0003,*',
    'top_decile_share,warn,0.9375,*',
    'high_risk_revenue,info,10.01,*',
    'repeat_rate,info,0.5000,*',
    'new_customer_change,info,,*',
    'best_cohort,info,,*',
  ]);
  // The month has ended: nothing was sold in November, and nobody was new.
  expect(rowsOf(expectOf('2026-11-30', SHOP.slice(0, -1)), 'business_insights')).toEqual([
    'revenue_change,alert,-1.0000,*',
    'top_decile_share,warn,0.9375,*',
    'high_risk_revenue,info,10.01,*',
    'repeat_rate,info,0.5000,*',
    'new_customer_change,warn,-1.0000,*',
    'best_cohort,info,,*',
  ]);
});

test('the best cohort has ten customers, and of equals it is the latest', () => {
  const buyers = (month: string, size: number, back: number) =>
    Array.from({ length: size }, (_, at) => [
      `2026-${month}-01,${month}-${at},1,10`,
      ...(at < back ? [`2026-09-30,${month}-${at},2,10`] : []),
    ]).flat();
  const shop = [...buyers('06', 10, 5), ...buyers('07', 12, 6), ...buyers('08', 9, 9)];
  const expected = expectOf('2026-10-31', shop);
  expect(rowsOf(expected, 'business_insights').at(-1)).toBe('best_cohort,info,0.5000,*');
  expect(rowsOf(expected, 'cumulative_retention')).toEqual([
    '2026-06,10,3,5,0.5000',
    '2026-06,10,12,5,',
    '2026-06,10,18,5,',
    '2026-07,12,3,6,0.5000',
    '2026-07,12,12,6,',
    '2026-07,12,18,6,',
    '2026-08,9,3,9,',
    '2026-08,9,12,9,',
    '2026-08,9,18,9,',
  ]);
});

test('a line counts as often as in the extract that has it most often', () => {
  const first = ['2026-10-01,1,A,5', '2026-10-01,1,A,5', '2026-10-02,1,B,7'];
  const second = [
    '2026-10-01,1,A,5.0',
    '2026-10-02 08:00,1,B,+7.0000',
    '2026-10-02,1,B,7.00',
    '2026-10-02,01,B,7',
  ];
  const expected = expectOf('2026-11-20', first, second);
  expect(rowsOf(expected, 'dim_order')).toEqual([
    '1,A,1,20261001,2,10.00',
    '2,B,1,20261002,2,14.00',
    '3,B,2,20261002,1,7.00',
  ]);
  expect(expected.table).toEqual({ table: 'sales_line', from: 'sales', in: 7, out: 5, superseded: 2 });
});

test('a file that is there under another name adds nothing, not even its rejected records', () => {
  const folder = tempFolder();
  const text = lines(HEADER, '2026-10-01,1,A,5', '2026-10-01,1,A,five');
  writeFiles(folder, { 'a.csv': text, 'B.csv': text, 'b.csv.gz': gz(text) });
  const { reconciliation, warnedOf } = expectSales(folder, '2026-11-20');
  expect(reconciliation.sources).toMatchObject([{ files: ['B.csv', 'b.csv.gz'], read: 4, rejected: 2 }]);
  expect(warnedOf).toEqual(['a.csv']);
});

test('what is wrong with lines is counted by code, and the rest by what it is', () => {
  const expected = expectOf('2026-10-05', [
    '2026-10-01,1,A,5',
    '2026-10-01,2,A,-5',
    '2026-10-05,2,B,0',
    '2026-10-06,2,B,1',
    '06.10.2026,2,,€ 5',
    '2026-10-01,2,A',
  ]);
  expect(rowsOf(expected, 'data_quality')).toEqual([
    'rejected:Date:not_a_date,1,0.1667,*',
    'rejected:Date:out_of_range,1,0.1667,*',
    'rejected:Order ID:missing_value,1,0.1667,*',
    'rejected:Sales:not_a_number,1,0.1667,*',
    'rejected:too_few_fields,1,0.1667,*',
    'superseded_by_overlap,0,0.0000,*',
    'order_ids_of_several_customers,1,0.5000,*',
    'negative_lines,1,0.3333,*',
    'zero_lines,1,0.3333,*',
    'days_without_sales,3,0.6000,*',
  ]);
  expect(rowsOf(expected, 'rejected-sales')).toEqual([
    '2026-10-06,2,B,1,Date:out_of_range,sales_0.csv,5',
    '06.10.2026,2,,€ 5,Date:not_a_date|Order ID:missing_value|Sales:not_a_number,sales_0.csv,6',
    '2026-10-01,2,A,,too_few_fields,sales_0.csv,7',
  ]);
});

test('without a line that counts, every file has its header, and rates are empty', () => {
  const expected = expectOf('2026-10-05', ['2026-10-06,1,A,5']);
  expect(expected.files.get('churn_scores.csv')).toBe(
    lines('customer_id,days_since_last_order,usual_gap_days,churn_risk,band'),
  );
  const rowsByFile = [...expected.files].map(([name, text]) => [name, text.split('\n').length - 2] as const);
  expect(rowsByFile.filter(([, count]) => count > 0)).toEqual([
    ['rejected-sales.csv', 1],
    ['business_insights.csv', 6],
    ['data_quality.csv', 6],
  ]);
  expect(rowsOf(expected, 'data_quality').slice(1)).toEqual([
    'superseded_by_overlap,0,,*',
    'order_ids_of_several_customers,0,,*',
    'negative_lines,0,,*',
    'zero_lines,0,,*',
    'days_without_sales,0,,*',
  ]);
});

test.each([
  [30, 'new'],
  [31, 'active'],
  [90, 'active'],
  [91, 'at_risk'],
  [180, 'at_risk'],
  [181, 'dormant'],
  [365, 'dormant'],
  [366, 'churned'],
])('a customer whose only order is %i days old is %s', (days, stage) => {
  const day = new Date(Date.UTC(2026, 10, 20 - days)).toISOString().slice(0, 10);
  const [segment = ''] = rowsOf(expectOf('2026-11-20', [`${day},1,A,5`]), 'customer_segments');
  expect(segment).toBe(`1,${days},1,5.00,1,1,1,111,hibernating,*,${stage}`);
});

test.each([
  ['0', '2026-10-01', 'no_value', 'not_worth_contact'],
  ['-1', '2026-11-13', 'no_value', 'bought_this_week|not_worth_contact'],
  ['1', '2026-11-13', 'bought_this_week', 'not_worth_contact'],
  ['1', '2026-11-12', 'not_worth_contact', ''],
])('a single customer with %s on %s is dropped for %s first', (sales, day, first, also) => {
  const expected = expectOf('2026-11-20', [`${day},1,A,${sales}`]);
  expect(rowsOf(expected, 'dropouts')).toEqual([`1,${first},${first},*,${also}`]);
  // Nobody has a gap, so nobody has a risk.
  expect(rowsOf(expected, 'churn_scores')[0]).toMatch(/^1,[0-9]+,,,$/);
});

test('where nobody has a gap, half a risk counts for the priority and the value', () => {
  const expected = expectOf('2026-11-20', ['2026-10-01,1,A,100', '2026-09-01,2,B,50']);
  // 100 x (0.4 x 3/5 + 0.3 x 1/5 + 0.3 x 0.5).
  expect(rowsOf(expected, 'campaign_targets')).toEqual(['1,about_to_sleep,reminder,45']);
  // 100 x 365 / 90 x 0.5 = 202.777...
  expect(rowsOf(expected, 'customer_value')[0]).toBe('1,1,100.00,100.00,90,4.06,0.5000,202.78,302.78');
});
