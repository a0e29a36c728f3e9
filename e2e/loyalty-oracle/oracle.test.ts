import { expect, test } from 'vitest';
import { loyaltyFiles } from '../support/small-loyalty.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';
import { NOTHING } from './memory.ts';
import { type ExpectedLoyalty, expectLoyalty, type LoyaltyRun } from './oracle.ts';

const DAY = '2025-11-20';

function expectOf(rows: Parameters<typeof loyaltyFiles>[0], run: Partial<LoyaltyRun> = {}): ExpectedLoyalty {
  const folder = tempFolder();
  writeFiles(folder, loyaltyFiles(rows));
  return expectLoyalty(folder, { asOf: DAY, ...run });
}

/** The rows of a file, without its header. */
function rowsOf({ files }: ExpectedLoyalty, name: string): readonly string[] {
  return files.get(`${name}.csv`)?.split('\n').slice(1, -1) ?? [];
}

/** What the monitor says of a check, without the sentence. */
function checked(expected: ExpectedLoyalty, check: string): readonly string[] {
  return rowsOf(expected, 'monitoring')
    .filter((row) => row.startsWith(`${check},`))
    .map((row) => row.replace(/,\*$/, ''));
}

const REGIONS = {
  region_metadata: ['N,North,core', '2,Two,growth'],
  region_thresholds: ['N,40,70,2025-01-01', 'N,45,80,2025-11-20', 'N,0,1,2025-11-21', '2,50,50,2025-01-01'],
} as const;

const PEOPLE = [
  '7,Ann,ANN@example.com,N,pro,2025-01-01,yes,2025-11-01',
  '7,Ann,ann@example.com,N,pro,,yes,2025-11-20T23:59:59Z',
  '7,Late,late@example.com,N,pro,,no,2025-11-20T23:30:00-02:00',
  '007,Bob,bob@example.com,2,,,1,2025-10-01',
  'C,,c@example,N,free,,1,2025-11-20',
  '9,Dan,d@example.com,far,,,0,2025-11-20',
] as const;

const SCORES = [
  '7,79.9999,2025-11-19',
  '7,80,2025-11-19T00:00:00Z',
  '007,49.995,2025-01-01',
  'C,45,2025-11-20T10:00:00.5',
];

test('a user has one row with the latest of each source and what was in the window', () => {
  const expected = expectOf({
    ...REGIONS,
    user_profile: PEOPLE,
    engagement_score: SCORES,
    user_activity: [
      'A1,7,login,2025-10-21T00:00:00Z,',
      'A2,7,purchase,2025-10-20T23:59:59Z,99',
      'A3,7,purchase,2025-11-20T23:00:00.9Z,10.005',
      'A4,7,PURCHASE,2025-11-02,',
      'A5,7,feedback,2025-11-21,5',
      'A5,7,feedback,2025-11-03,5',
      'A6,5,purchase,2025-11-03,7',
    ],
    feature_adoption: ['7,a,2025-11-20', '7,a,2024-01-01', '7,b,2025-11-21', '9,c,2020-01-01'],
    retention_action: ['R1,7,call,2025-11-20,', 'R2,7,call,2024-01-01,ok', 'R3,7,call,2025-11-21,'],
    support_calls: ['7,4,2025-11-01', '7,3,2025-11-01', '7,9,2025-11-21'],
    support_chats: ['H1,7,2025-10-21', 'H2,7,2025-10-20T23:59'],
    issue_tickets: [
      'T1,7,low,2020-01-01,',
      'T2,7,low,2025-11-20,2025-11-21',
      'T3,7,low,2025-11-01,2025-11-20',
    ],
    service_requests: ['S1,7,2025-11-20,', 'S2,7,2025-11-21,'],
    product_support_usage: ['7,x,2025-11-20', '7,x,2025-11-20'],
    repeat_engagements: ['7,2,2025-11-01', '7,-1,2025-10-31'],
  });
  expect(rowsOf(expected, 'master')).toEqual([
    '2025-11-20,7,Ann,ann@example.com,N,North,core,pro,,true,80.00,2025-11-19T00:00:00Z,high,1,2,10.01,0,2025-11-20T23:00:00Z,1,2025-11-20,2,2025-11-20,3,1,2,1,2,2,7',
    '2025-11-20,9,Dan,d@example.com,far,,,,,false,,,unscored,0,0,0.00,0,,1,2020-01-01,0,,0,0,0,0,0,0,0',
    '2025-11-20,007,Bob,bob@example.com,2,Two,growth,,,true,50.00,2025-01-01T00:00:00Z,low,0,0,0.00,0,,0,,0,,0,0,0,0,0,0,0',
    '2025-11-20,C,,c@example,N,North,core,free,,true,45.00,2025-11-20T10:00:00Z,medium,0,0,0.00,0,,0,,0,,0,0,0,0,0,0,0',
  ]);
  expect(rowsOf(expected, 'marketing_highly_engaged')).toEqual(['7,ann@example.com,N,pro,80.00']);
  expect(rowsOf(expected, 'customer_success_low_engagement')).toEqual([
    '007,Bob,bob@example.com,2,50.00,0,0,',
  ]);
  expect(rowsOf(expected, 'dropouts')).toEqual([
    '9,inactive,inactive,*,unscored',
    'C,medium_engagement,medium_engagement,*,no_contact_address',
  ]);
  expect(expected.purchases).toBe(100_050n);
  expect(rowsOf(expected, 'feature_adoption_by_region')).toEqual([
    '2,Two,a,0,1,0.0000',
    '2,Two,c,0,1,0.0000',
    'N,North,a,1,2,0.5000',
    'N,North,c,0,2,0.0000',
  ]);
  expect(rowsOf(expected, 'engagement_by_region')).toEqual([
    '2,Two,1,1,0,0,1,0,0,50.00',
    'N,North,2,2,1,1,0,0,0,62.50',
    'far,,1,0,0,0,0,1,0,',
  ]);
});

test('a user of low engagement is left alone for so many days after an action', () => {
  const people = ['1', '2', '3', '4'];
  const expected = expectOf({
    ...REGIONS,
    user_profile: people.map((id) => `${id},,${id}@example.com,2,,,1,2025-01-01`),
    engagement_score: ['1,1,2025-01-01', '2,1,2025-01-01', '3,50,2025-01-01', '4,1,2025-01-01'],
    retention_action: [
      'A,1,call,2025-11-06,',
      'B,2,call,2025-11-05,',
      'C,3,call,2025-11-20,',
      'D,4,call,2025-11-21,',
    ],
  });
  expect(rowsOf(expected, 'dropouts')).toEqual(['1,recent_outreach,recent_outreach,*,']);
  expect(expected.reconciliation.stages.at(-1)).toMatchObject({ in: 4, dropped: 1, out: 3 });
  expect(expected.reconciliation.outcome).toMatchObject({ entered: 4, delivered: 3, dropped: 1 });
});

test('thresholds upside down and scores outside are rejected, each under its column', () => {
  const expected = expectOf({
    engagement_score: ['1,100,2025-01-01', '1,100.0001,2025-01-01', '1,-0.5,2025-01-01'],
    region_thresholds: ['N,5,5,2025-01-01', 'N,5.0001,5,soon', 'N,9,many,2025-01-01'],
  });
  expect(rowsOf(expected, 'rejected-engagement-score')).toEqual([
    '1,100.0001,2025-01-01,score:out_of_range,engagement_score.csv,3',
    '1,-0.5,2025-01-01,score:out_of_range,engagement_score.csv,4',
  ]);
  expect(rowsOf(expected, 'rejected-region-thresholds')).toEqual([
    'N,5.0001,5,soon,low_threshold:out_of_range|valid_from:not_a_date,region_thresholds.csv,3',
    'N,9,many,2025-01-01,high_threshold:not_a_number,region_thresholds.csv,4',
  ]);
});

test('history holds each date once, whatever the order of the runs', () => {
  const person = (name: string) => ({ user_profile: [`1,${name},a@example.com,N,,,1,2025-01-01`] });
  const runs = [
    ['A', '2025-11-20'],
    ['B', '2025-11-21'],
    ['C', '2025-11-20'],
    ['D', '2025-11-17'],
  ] as const;
  let memory = NOTHING;
  for (const [name, asOf] of runs) ({ memory } = expectOf(person(name), { asOf, memory }));
  const last = expectOf(person('E'), { asOf: '2025-11-22', memory });
  expect(rowsOf(last, 'history').map((row) => row.split(',').slice(0, 3).join())).toEqual([
    '2025-11-17,1,D',
    '2025-11-20,1,C',
    '2025-11-21,1,B',
    '2025-11-22,1,E',
  ]);
  // Five runs are known, four dates.
  expect([last.memory.measures.length, last.memory.snapshots.size]).toEqual([5, 4]);
});

test('volume is judged by the median of the last seven runs, nulls by the last run alone', () => {
  const requests = (count: number, empty = 0) => ({
    service_requests: Array.from(
      { length: count },
      (_, at) => `R${at},1,2025-11-20,${at < empty ? '' : 'done'}`,
    ),
  });
  let memory = NOTHING;
  for (const count of [1, 10, 10, 10, 10, 20, 20, 20]) ({ memory } = expectOf(requests(count), { memory }));
  const found = (count: number, empty = 0) => {
    const expected = expectOf(requests(count, empty), { memory });
    const own = [...checked(expected, 'volume'), ...checked(expected, 'nulls')];
    return own
      .filter((row) => row.includes(',service_requests'))
      .map((row) => row.split(',').slice(2).join());
  };
  // Seven of the eight are known: four times 10 and three times 20.
  expect(found(12)).toEqual(['12,10,ok', '0.0000,0.0000,ok']);
  expect(found(13, 1)).toEqual(['13,10,warn', '0.0769,0.0000,ok']);
  expect(found(5, 1)).toEqual(['5,10,warn', '0.2000,0.0000,warn']);
  expect(found(4)).toEqual(['4,10,fail', '0.0000,0.0000,ok']);
  expect(found(10, 1)).toEqual(['10,10,ok', '0.1000,0.0000,ok']);
  const two = [4, 5].reduce((known, count) => expectOf(requests(count), { memory: known }).memory, NOTHING);
  expect(checked(expectOf(requests(5), { memory: two }), 'volume')).toContain(
    'volume,service_requests,5,4.5,ok',
  );
  expect(checked(expectOf(requests(5), { memory: two }), 'volume')).toContain('volume,user_profile,0,0,ok');
  expect(checked(expectOf(requests(5)), 'volume')).toContain('volume,service_requests,5,,ok');
});

test('the monitor knows its bounds', () => {
  const expected = expectOf({
    ...REGIONS,
    user_profile: ['1,,,N,,,1,2025-11-18', '2,,,N,,,1,2025-11-12', '3,,,far,,,1,2025-11-12'],
    user_activity: ['1,1,login,2025-11-18,', '2,4,login,2025-11-12,'],
    feature_adoption: ['1,a,2025-11-21'],
    support_calls: ['1,1,2025-11-13'],
    repeat_engagements: ['1,1,2025-11-12'],
  });
  expect(checked(expected, 'freshness')).toEqual([
    'freshness,user_profile,2,2,ok',
    'freshness,user_activity,2,2,ok',
    'freshness,engagement_score,,2,ok',
    'freshness,feature_adoption,-1,2,warn',
    'freshness,retention_action,,2,ok',
    'freshness,support_calls,7,2,warn',
    'freshness,support_chats,,2,ok',
    'freshness,issue_tickets,,2,ok',
    'freshness,service_requests,,2,ok',
    'freshness,product_support_usage,,2,ok',
    'freshness,repeat_engagements,8,2,fail',
    'freshness,region_thresholds,-1,2,warn',
  ]);
  expect(checked(expected, 'orphans')).toEqual([
    'orphans,user_profile,0.3333,0.0000,fail',
    'orphans,user_activity,0.5000,0.0000,fail',
    'orphans,engagement_score,0.0000,0.0000,ok',
    'orphans,feature_adoption,0.0000,0.0000,ok',
    'orphans,retention_action,0.0000,0.0000,ok',
    'orphans,support_calls,0.0000,0.0000,ok',
    'orphans,support_chats,0.0000,0.0000,ok',
    'orphans,issue_tickets,0.0000,0.0000,ok',
    'orphans,service_requests,0.0000,0.0000,ok',
    'orphans,product_support_usage,0.0000,0.0000,ok',
    'orphans,repeat_engagements,0.0000,0.0000,ok',
    'orphans,region_thresholds,0.0000,0.0000,ok',
  ]);
  expect(checked(expected, 'nulls')).toContain('nulls,user_profile.full_name,1.0000,,ok');
  expect(checked(expected, 'nulls')).toHaveLength(8);
  expect(checked(expected, 'score_shift')).toEqual(['score_shift,engagement_score,,,ok']);
});

test('shifts compare with the latest snapshot of an earlier day', () => {
  const scored = (...scores: readonly number[]) => ({
    ...REGIONS,
    user_profile: scores.map((_, at) => `${at},,,2,,,1,2025-01-01`),
    engagement_score: scores.map((score, at) => `${at},${score},2025-01-01`),
  });
  const { memory } = expectOf(scored(10, 90), { asOf: '2025-11-18' });
  const known = expectOf(scored(100), { memory }).memory;
  const shifts = (asOf: string, ...scores: readonly number[]) => {
    const expected = expectOf(scored(...scores), { asOf, memory: known });
    return [...checked(expected, 'score_shift'), ...checked(expected, 'band_shift')].map((row) => {
      return row.split(',').slice(1).join();
    });
  };
  expect(shifts('2025-11-20', 20, 90)).toEqual([
    'engagement_score,55.00,50.00,ok',
    'high,0.5000,0.5000,ok',
    'low,0.5000,0.5000,ok',
  ]);
  expect(shifts('2025-11-20', 20.01, 90, 90, 20)).toEqual([
    'engagement_score,55.00,50.00,warn',
    'high,0.5000,0.5000,ok',
    'low,0.5000,0.5000,ok',
  ]);
  expect(shifts('2025-11-21', 84, 84)).toEqual([
    'engagement_score,84.00,100.00,fail',
    'high,1.0000,1.0000,ok',
    'low,0.0000,0.0000,ok',
  ]);
  expect(shifts('2025-11-18', 0)).toEqual(['engagement_score,0.00,,ok', 'high,0.0000,,ok', 'low,1.0000,,ok']);
});
