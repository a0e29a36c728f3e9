import { describe, expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { lines, writeFiles } from '../support/write-files.ts';
import type { Identity } from './identity.ts';
import { type ExpectedCustomer360, expectCustomer360 } from './oracle.ts';

const LEADS = 'lead_id,first_name,last_name,email,phone,lead_source,creation_date';
const TRANSACTIONS = 'transaction_id|user_uuid|amount|status|transaction_date';

const FILES = {
  'crm_leads.csv': lines(
    LEADS,
    '1,anna,old,Anna@Example.com,,,2026-10-01T10:00:00Z',
    '2,anna,first of two,anna@example.com,,,2026-10-01T10:00:00.5Z',
    '3,anna,second of two,ANNA@example.com,,,2026-10-01T12:00:00.50+02:00',
    '4,max,,max@example.com,,,2026-09-01',
  ),
  'transactions.txt': lines(
    TRANSACTIONS,
    '10|u-2|0.005|Completed|',
    '9|u-2|0.01|COMPLETED|',
    '9|u-2|-0|Refunded|',
    '"a|b"|u-2|0|Refunded|',
    '8|u-1|12,50|pending|',
    '7|u-1',
  ),
  'web_activity.jsonl': lines(
    '{"user_uuid":12345678901234567890,"page_views":"3","activity_timestamp":"2026-10-01T10:00:00.9Z"}',
    '{"user_uuid":"u-2","page_views":1e3,"activity_timestamp":[]}',
  ),
  'identity_map.csv': lines(
    'email,user_uuid',
    'anna@example.com,u-9',
    'ANNA@example.com,u-9',
    'nobody@example.com,u-2',
  ),
};

function expectOf(identity: Identity, files: Readonly<Record<string, string>> = FILES): ExpectedCustomer360 {
  const folder = tempFolder();
  writeFiles(folder, files);
  return expectCustomer360(folder, identity);
}

/** The rows of a file, without its header. */
function rowsOf({ files }: ExpectedCustomer360, name: string): readonly string[] {
  return files.get(name)?.split('\n').slice(1, -1) ?? [];
}

describe('what the oracle expects', () => {
  test('is the latest lead of an email, linked by the first of conflicting entries, and every user', () => {
    expect(rowsOf(expectOf('map'), 'customer_360.csv')).toEqual([
      'anna@example.com,Anna,Second Of Two,,,2026-10-01T10:00:00Z,u-9,map,0,0.00,0,0.00,,0,,true,false,false',
      'max@example.com,Max,,,,2026-09-01T00:00:00Z,,,0,0.00,0,0.00,,0,,true,false,false',
      ',,,,,,12345678901234567890,,0,0.00,0,0.00,,3,2026-10-01T10:00:00Z,false,false,true',
      ',,,,,,u-2,,2,0.02,0,0.00,"9,10",0,,false,true,false',
    ]);
  });

  test('is by position the n-th lead with the n-th user', () => {
    const links = rowsOf(expectOf('positional'), 'customer_360.csv').map((row) => row.split(',').slice(6, 8));
    expect(links).toEqual([
      ['12345678901234567890', 'positional'],
      ['u-2', 'positional'],
    ]);
  });

  test('has a log and shares of statuses that know the rejected transactions', () => {
    const expected = expectOf('map');
    expect(rowsOf(expected, 'rejected_transactions.log')).toEqual([
      '9|Refunded|-0|"Non-positive amount (-0)|transaction_id:duplicate_key"',
      '"a|b"|Refunded|0|Non-positive amount (0)',
      '8|pending|12,50|amount:not_a_number',
      '7|||too_few_fields',
    ]);
    expect(rowsOf(expected, 'status_rates.csv')).toEqual([
      'completed,2,0.4000',
      'pending,1,0.2000',
      'refunded,2,0.4000',
    ]);
  });

  test('counts what is rejected, and sums what is accepted', () => {
    const expected = expectOf('map');
    expect(expected.sources.map(({ codes }) => codes)).toEqual([
      {},
      {
        'amount:not_a_number': 1,
        'amount:out_of_range': 2,
        too_few_fields: 1,
        'transaction_id:duplicate_key': 1,
      },
      { 'activity_timestamp:not_a_timestamp': 1, 'page_views:not_a_number': 1 },
      { 'email:duplicate_key': 1, 'user_uuid:duplicate_key': 1 },
    ]);
    expect(expected.controls).toEqual({
      completed: 150n,
      pending: 0n,
      views: 30_000n,
      emails: 20_000n,
      users: 30_000n,
    });
  });
});

describe('the oracle reads JSON', () => {
  const rejected = (text: string) => {
    const expected = expectOf('map', { ...FILES, 'web_activity.jsonl': text });
    return rowsOf(expected, 'rejected-web-activity.csv');
  };
  const sound = '{"user_uuid":"u","page_views":1,"activity_timestamp":"2026-10-01"}';

  test('in lines, of which some are no object', () => {
    const more = [
      ' 12 ',
      '',
      `${sound}${sound}`,
      '{"user_uuid":{},"page_views":1}',
      '{"page_views":1,"PageViews":1}',
    ];
    expect(rejected(lines(sound, ...more))).toEqual([
      '" 12 ",,,unreadable,web_activity.jsonl,2',
      `"${`${sound}${sound}`.replaceAll('"', '""')}",,,unreadable,web_activity.jsonl,4`,
      '"{""user_uuid"":{},""page_views"":1}",,,unreadable,web_activity.jsonl,5',
      '"{""page_views"":1,""PageViews"":1}",,,unreadable,web_activity.jsonl,6',
    ]);
  });

  test('in an array whose elements share a line, and whose last one breaks off', () => {
    expect(rejected(`[${sound}, 1, "]",\n{"user_uuid": "broken\n, "page_views": [2, 3]},{"a":`)).toEqual([
      '1,,,unreadable,web_activity.jsonl,2',
      '"""]""",,,unreadable,web_activity.jsonl,3',
      // One cell, over two lines.
      '"{""user_uuid"": ""broken',
      ', ""page_views"": [2, 3]}",,,unreadable,web_activity.jsonl,4',
      '"{""a"":",,,unreadable,web_activity.jsonl,5',
    ]);
  });

  test('in lines behind an array', () => {
    expect(rejected(`\n[${sound}]\n${sound}\n[]\n`)).toEqual(['[],,,unreadable,web_activity.jsonl,4']);
  });
});
