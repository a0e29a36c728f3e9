import { expect, test } from 'vitest';
import { CODES } from '../../contract/codes.ts';
import { aColumn, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { contentOf, faultsOf, load } from '../testing/load.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const PEOPLE = aSource(
  'people',
  [
    aRequired('id', 'id'),
    aRequired('email', 'email'),
    aColumn('visits', { kind: 'integer', least: 0n, most: 9n }),
    aColumn('spend', 'decimal'),
    aColumn('born', 'date'),
    aColumn('seen', 'timestamp'),
    aColumn('active', 'boolean'),
    aColumn('kind', { kind: 'enum', values: ['Member', 'Guest'] }),
  ],
  { unique: [['id'], ['email']] },
);

/** Each record with the faults that it must have. */
const RECORDS: readonly (readonly [record: string, faults: string])[] = [
  ['1,ann@x.org,2,1.50,1990-02-28,2026-11-20T10:00+01:00,yes,GUEST', ''],
  ['2,,,,,,,', 'email:missing_value'],
  [' ,d@x.org,,,,,,', 'id:missing_value'],
  ['3,c@x.org,two,,,,,', 'visits:not_a_number'],
  ['3,c@x.org,,"12,50",,,,', 'spend:not_a_number'],
  ['3,c@x.org,,,1990-02-30,,,', 'born:not_a_date'],
  ['3,c@x.org,,,,2026-11-20T25:00,,', 'seen:not_a_timestamp'],
  ['3,c@x.org,,,,,maybe,', 'active:not_a_boolean'],
  ['3,c@x.org,,,,,,Staff', 'kind:not_allowed'],
  ['3,c@x.org,10,,,,,', 'visits:out_of_range'],
  ['3,c@x.org,,922337203685478,,,,', 'spend:out_of_range'],
  ['3,c@x.org,,,,9999-12-31T23:00-01:00,,', 'seen:out_of_range'],
  ['1,b@x.org,,,,,,', 'id:duplicate_key@1:2'],
  ['4,ANN@x.org,,,,,,', 'email:duplicate_key@1:2'],
  [
    '1,ann@x.org,-1,x,,,,',
    'visits:out_of_range|spend:not_a_number|id:duplicate_key@1:2|email:duplicate_key@1:2',
  ],
  ['3,c@x.org', 'too_few_fields'],
  ['  ', 'too_few_fields'],
  ['3,c@x.org,,,,,,,', 'too_many_fields'],
  ['3,"c@x.org"x,,,,,,', 'unreadable'],
  ['3,c\0@x.org,,,,,,', 'unreadable'],
  ['3,c@x.org,,,,,,Member', ''],
  ['5,"never closed', 'unreadable'],
];

test('every code comes of its fault, alone or with others, and of nothing else', async () => {
  const header = PEOPLE.columns.map(({ name }) => name).join();
  const text = [header, ...RECORDS.map(([record]) => record)].join('\n');
  const workspace = aWorkspace();
  await load(workspace, tempFolder({ 'people.csv': text }), PEOPLE);

  const expected = RECORDS.map(([, faults], index) => [index + 2, faults] as const).filter(
    ([, faults]) => faults,
  );
  expect(faultsOf(workspace.db, PEOPLE)).toEqual(Object.fromEntries(expected));
  expect([...(contentOf(workspace.db, PEOPLE)[0]?.accepted.keys() ?? [])]).toEqual([2, 22]);
  const codes = workspace.db.prepare<[], string>('select distinct code from fault').pluck().all();
  expect(codes.toSorted()).toEqual(CODES.toSorted());
});
