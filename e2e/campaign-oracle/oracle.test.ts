import { expect, test } from 'vitest';
import { CAMPAIGN_DAY, campaignFiles } from '../support/small-campaign.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { lines, writeFiles } from '../support/write-files.ts';
import type { Contact } from './buffer.ts';
import { type ExpectedCampaign, expectCampaign } from './oracle.ts';

type Rows = Parameters<typeof campaignFiles>[0];

function expectOf(rows: Rows, published: readonly Contact[] = []): ExpectedCampaign {
  const folder = tempFolder();
  writeFiles(folder, campaignFiles(rows));
  return expectCampaign(folder, CAMPAIGN_DAY, published);
}

/** The rows of an output, without its header. */
function rowsOf({ files }: ExpectedCampaign, name: string): readonly string[] {
  return files.get(name)?.split('\n').slice(1, -1) ?? [];
}

/** Each lead of one client with the outcome, as `solution reason`. */
function fates(rows: Rows, published: readonly Contact[] = []): readonly string[] {
  const expected = expectOf(rows, published);
  const targets = rowsOf(expected, 'campaign_targets.csv').map((row) => `${row.split(',')[0]} target`);
  const traced = rowsOf(expected, 'traceability.csv').map((row) => {
    const [solution, , , reason, detail] = row.split(',');
    return `${solution} ${reason}${detail ? `(${detail})` : ''}`;
  });
  return [...targets, ...traced].toSorted();
}

const OFFERED = { offers: ['O1,S1,*,1,,'], offer_details: ['D1,O1,,Gift,'] };
const CLIENT = '7,a@b.de,,DE,de,Gold,active,1990-05-01,12.50,2026-01-01';

test('the whole way of a few leads is told in all files and figures', () => {
  const expected = expectOf({
    clients: [
      '10,ten@x.de,,DE,fr,GOLD,,,,2026-01-01',
      '9,old@x.de,,DE,de,silver,,,,2026-01-01',
      '9,Nine@X.de,,DE,,gold ,,,,2026-01-02',
      '8,broken,,AT,de,Gold,,,,2026-01-01',
      '11,broken,,DE,de,Gold,,,,2026-01-01',
      '7,seven@x.de,,AT,de,Gold,,,,2026-01-01',
      '6,six@x.de,,DE,de,iron,,,,2026-01-01',
    ],
    solutions: ['S1,Autumn,EMAIL,gold| Silver,1,30,2026-11-20,2026-11-20', 'S2,Later,mail,*,,,2026-11-21,'],
    exclusions: [
      'E1,S1,country,equals,ch,Country,1',
      'E2,*,country,in,x| at ,Out of reach,yes',
      'E3,S2,country,is_empty,,Country,0',
    ],
    offers: ['O1,S1,silver,1,,', 'O2,S1,Gold,2,,2026-11-20', 'O3,S1,*,2,,', 'O4,S9,*,1,,'],
    offer_details: ['D1,O2,D2,Child,1', 'D2,O2,,"Gift, wrapped",9.995', 'D3,O2,,Second root,2'],
    blocks: ['8,*,complaint,2026-01-01,', '11,S1,legal,2026-11-20,2026-11-20', '99,S1,who,2026-01-01,'],
    contact_history: null,
  });
  expect(expected.files.get('campaign_targets.csv')).toBe(
    lines(
      'solution_id,client_id,channel,address,offer_id,offer_title,offer_price,variants,segment,language',
      'S1,9,email,nine@x.de,O2,"Gift, wrapped",10.00,2,gold,',
    ),
  );
  expect(expected.files.get('traceability.csv')).toBe(
    lines(
      'solution_id,client_id,stage,reason,detail,also',
      'S1,7,configurable_exclusions,Out of reach,E2,',
      'S1,8,configurable_exclusions,Out of reach,E2,no_contact_address|blocked',
      'S1,10,buffer_selection,over_capacity,,',
      'S1,11,buffer_selection,no_contact_address,,blocked',
    ),
  );
  expect(expected.files.get('solution_summary.csv')).toBe(
    lines(
      'solution_id,name,entered,configurable_exclusions,offer_selection,offer_enrichment,buffer_selection,targets,traced,unexplained',
      'S1,Autumn,5,2,0,0,2,1,4,0',
    ),
  );
  const { stages, by, outcome, sources } = expected.reconciliation;
  expect(stages.map((stage) => [stage.stage, stage.in, stage.dropped, stage.out])).toEqual([
    ['initial_selection', 5, 0, 5],
    ['configurable_exclusions', 5, 2, 3],
    ['offer_selection', 3, 0, 3],
    ['offer_enrichment', 3, 0, 3],
    ['buffer_update', 3, 0, 3],
    ['buffer_selection', 3, 2, 1],
    ['output', 1, 0, 1],
  ]);
  expect(stages[1]?.reasons).toEqual([
    { reason: 'Country', dropped: 0, any: 0, only: 0 },
    { reason: 'Out of reach', dropped: 2, any: 2, only: 1 },
  ]);
  expect(stages[5]?.reasons).toEqual([
    { reason: 'no_contact_address', dropped: 1, any: 2, only: 0 },
    { reason: 'blocked', dropped: 0, any: 2, only: 0 },
    { reason: 'cooling_down', dropped: 0, any: 0, only: 0 },
    { reason: 'over_capacity', dropped: 1 },
  ]);
  expect(by).toEqual([{ solution_id: 'S1', stages, outcome }]);
  expect(outcome).toMatchObject({ entered: 5, delivered: 1, dropped: 4 });
  expect(sources.at(-1)).toMatchObject({ source: 'contact_history', files: [], read: 0 });
  expect(expected.files.get('rejected-contact-history.csv')).toBe(
    lines('client_id,solution_id,contacted_on,rejection_reason,source_file,source_line'),
  );
  expect(expected.orphans).toEqual({ offers: 1, blocks: 1 });
  expect(expected.contacts).toEqual([{ solution: 'S1', client: '9', day: CAMPAIGN_DAY }]);
});

test.each([
  ['country,equals, de ', true],
  ['country,not_equals,AT', true],
  ['country,not_equals,De', false],
  ['country,in,at|DE', true],
  ['country,not_in,', true],
  ['country,is_empty,', false],
  ['phone,is_empty,x', true],
  ['phone,not_equals,x', false],
  ['phone,not_in,x|y', false],
  ['phone,not_empty,', false],
  ['email,equals,A@B.DE', true],
  ['birth_date,less_than,1990-05-01', false],
  ['birth_date,less_than,1990-05-02 10:00', true],
  ['birth_date,greater_than,1990-04-30', true],
  ['birth_date,in,1990-05-01|2000-01-01', true],
  ['balance,equals,+12.5', true],
  ['balance,less_than,12.5001', true],
  ['balance,greater_than,9', true],
  ['balance,greater_than,12.50', false],
  ['balance,not_in,12.5|13', false],
])('an exclusion by %s matches the client: %s', (exclusion, matches) => {
  const rows: Rows = {
    ...OFFERED,
    clients: [CLIENT],
    solutions: ['S1,One,mail,*,,,,'],
    exclusions: [`E1,S1,${exclusion},R,1`],
  };
  expect(fates(rows)).toEqual([matches ? 'S1 R(E1)' : 'S1 target']);
});

test('an exclusion whose value cannot be compared is rejected', () => {
  const values = [
    'country,less_than,DE',
    'email,greater_than,',
    'birth_date,equals,yesterday',
    'birth_date,in,1990-05-01|',
    'birth_date,not_equals,',
    'balance,not_in,1|2|x',
    'balance,greater_than,1e5',
    'balance,is_empty,x',
    'birth_date,not_empty,x',
    'colour,less_than,x',
  ];
  const { reconciliation } = expectOf({ exclusions: values.map((value, at) => `E${at},S1,${value},R,1`) });
  expect(reconciliation.sources[2]).toMatchObject({
    accepted: 2,
    codes: { 'field:not_allowed': 1, 'value:not_allowed': 7 },
  });
});

test('a lead is dropped for an offer without a root, and looked at for the details only if it has an offer', () => {
  const { files } = expectOf({
    clients: [CLIENT],
    solutions: ['1,A,mail,*,,,,', '2,B,mail,*,,,,', 'C,C,mail,*,0,,,'],
    offers: ['O1,1,gold,5,,', 'O2,1,*,5,,', 'O3,2,*,1,2026-11-21,', 'O4,C,*,-1,,', 'O5,C,*,0,,'],
    offer_details: ['D1,O1,D0,Child,1', 'D2,O2,,Root,1', 'D4,O4,,Root,'],
  });
  expect(files.get('traceability.csv')?.split('\n').slice(1, -1)).toEqual([
    '1,7,offer_enrichment,offer_details_missing,,',
    '2,7,offer_selection,no_eligible_offer,,',
    'C,7,buffer_selection,over_capacity,,',
  ]);
});

test.each([
  [
    'the latest end counts, an open one above all',
    ['7,S1,a,2026-01-01,2026-12-01', '7,*,b,2026-01-01,'],
    'b',
  ],
  ['of equal ends the first counts', ['7,*,a,2026-01-01,2026-11-20', '7,S1,b,2026-01-01,2026-11-20'], 'a'],
  ['a block that has not started does not count', ['7,S1,a,2026-11-21,'], undefined],
  ['a block that is over does not count', ['7,S1,a,2026-01-01,2026-11-19'], undefined],
  ['a block that ends before it starts is as written', ['7,S1,a,2026-11-20,2026-11-19'], undefined],
  ['a block of others does not count', ['7,S2,a,2026-01-01,', '07,*,a,2026-01-01,'], undefined],
])('of blocks, %s', (_, blocks, reason) => {
  const rows: Rows = { ...OFFERED, clients: [CLIENT], solutions: ['S1,One,mail,*,,,,'], blocks };
  expect(fates(rows)).toEqual([reason === undefined ? 'S1 target' : `S1 blocked(${reason})`]);
});

test.each([
  ['2026-11-10', '10', 'target'],
  ['2026-11-10', '11', 'cooling_down'],
  ['2026-11-20', '0', 'target'],
  ['2026-11-20', '1', 'cooling_down'],
  ['2026-11-20', '', 'target'],
  ['2026-11-20', '-3', 'target'],
  ['2026-11-21', '5', 'target'],
  ['1999-01-01', '9999999999', 'cooling_down'],
])(
  'contacted on %s with a cooldown of %s days, a lead is %s, told by the file or by a run',
  (day, days, fate) => {
    const rows: Rows = { ...OFFERED, clients: [CLIENT], solutions: [`S1,One,mail,*,,${days},,`] };
    expect(fates({ ...rows, contact_history: [`7,S1,${day}`, '7,S1,1900-01-01'] })).toEqual([`S1 ${fate}`]);
    expect(fates(rows, [{ solution: 'S1', client: '7', day }])).toEqual([`S1 ${fate}`]);
  },
);

test('a capacity goes to the best offer, then to the never and the longest uncontacted, then by id', () => {
  const { files } = expectOf({
    clients: ['1', '2', '3', '10', 'a', '9'].map(
      (id) => `${id},,,,,${id === '9' ? 'top' : 'rest'},,,,2026-01-01`,
    ),
    solutions: ['S1,One,mail,*,4,,,'],
    offers: ['O1,S1,*,2,,', 'O2,S1,top,1,,'],
    offer_details: ['D1,O1,,Gift,', 'D2,O2,,Gift,'],
    contact_history: ['9,S1,2026-11-19', '1,S1,2026-10-02', '2,S1,2026-10-01', '3,S2,2026-10-01'],
  });
  const [, ...targets] = files.get('campaign_targets.csv')?.split('\n') ?? [];
  expect(targets.slice(0, -1).map((row) => row.split(',')[1])).toEqual(['3', '9', '10', 'a']);
});

test('a solution without leads has its figures too', () => {
  const { files, reconciliation } = expectOf({
    clients: [CLIENT],
    solutions: ['b,B,sms,none,,,,', '2,"T, wo",mail,none|*,,,,', '10,Ten,phone,*,,,,'],
  });
  expect(reconciliation.by?.map(({ solution_id, outcome }) => [solution_id, outcome.entered])).toEqual([
    ['2', 1],
    ['10', 1],
    ['b', 0],
  ]);
  expect(files.get('solution_summary.csv')?.split('\n').slice(1, -1)).toEqual([
    '2,"T, wo",1,0,1,0,0,0,1,0',
    '10,Ten,1,0,1,0,0,0,1,0',
    'b,B,0,0,0,0,0,0,0,0',
  ]);
});
