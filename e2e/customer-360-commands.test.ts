import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectFailed } from './support/expectations.ts';
import { readCsv } from './support/read-csv.ts';
import { readManifest, readOut, readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { tempFolder } from './support/temp-folder.ts';
import { lines, writeFiles } from './support/write-files.ts';

const FILES = {
  'crm_leads.csv': lines(
    'lead_id,first_name,last_name,email,phone,lead_source,creation_date',
    "1,o'neil-SMITH,ÉLODIE,Anna@Example.com,,web,2026-10-01",
    '2,max,groß,max@example.com,+49 30 1,fair,2026-10-02T10:00:00+02:00',
  ),
  'transactions.txt': lines(
    'transaction_id|user_uuid|amount|status|transaction_date',
    '10|u-1|19.90|Completed|2026-10-03',
    '9|u-1|5|pending|2026-10-04',
    '11|u-2|-10.0|Refunded|2026-10-05',
  ),
  'web_activity.json': lines(
    '{"user_uuid":"u-2","page_views":7,"activity_timestamp":"2026-10-06T08:00:00Z"}',
    '{"user_uuid":null,"page_views":1,"activity_timestamp":"2026-10-06T08:00:00Z"}',
  ),
  'identity_map.csv': lines('email,user_uuid', 'max@example.com,u-1'),
};

async function runCustomers(files: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  writeFiles(input, files);
  const args = ['run', 'customer-360', '--in', input, '--out', out, '--as-of', '2026-11-20', ...more];
  return { ...(await runMuster(args)), out };
}

test('a run by the map says nothing on standard error, and writes what the page says', async () => {
  const { exit, stderr, out } = await runCustomers(FILES);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const text = (name: string) => readOut(out)?.get(name)?.toString('utf8').split('\n').slice(1, -1);
  expect(text('customer_360.csv')).toEqual([
    "anna@example.com,O'Neil-Smith,Élodie,,web,2026-10-01T00:00:00Z,,,0,0.00,0,0.00,,0,,true,false,false",
    'max@example.com,Max,Groß,+49 30 1,fair,2026-10-02T08:00:00Z,u-1,map,1,19.90,1,5.00,"9,10",0,,true,true,false',
    ',,,,,,u-2,,0,0.00,0,0.00,,7,2026-10-06T08:00:00Z,false,false,true',
  ]);
  expect(text('rejected_transactions.log')).toEqual(['11|Refunded|-10.0|Non-positive amount (-10.0)']);
  expect(text('status_rates.csv')).toEqual(['completed,1,0.3333', 'pending,1,0.3333', 'refunded,1,0.3333']);
  expect(text('rejected-web-activity.csv')).toEqual([
    ',1,2026-10-06T08:00:00Z,user_uuid:missing_value,web_activity.json,2',
  ]);
  expect(readReconciliation(out).warnings ?? []).toEqual([]);
});

test('a run by position warns on standard error and in the reconciliation, and marks each row that it links', async () => {
  const { exit, stderr, out } = await runCustomers(FILES, '--param', 'identity=positional');
  expect(exit).toBe(0);
  const warnings = readReconciliation(out).warnings ?? [];
  expect(warnings).toEqual([expect.stringMatching(/positional|placeholder/i)]);
  expect(stderr).toContain(warnings[0]);
  const rows = readCsv(out, 'customer_360.csv');
  const links = rows.map(({ email, user_uuid, identity_source }) => [email, user_uuid, identity_source]);
  expect(links).toEqual([
    ['anna@example.com', 'u-1', 'positional'],
    ['max@example.com', 'u-2', 'positional'],
  ]);
  expect(readManifest(out).params).toEqual({ identity: 'positional' });
});

test('another way to link is refused, and the ways that there are are named', async () => {
  const run = await runCustomers(FILES, '--param', 'identity=guess');
  expect([1, 2]).toContain(run.exit);
  expect(run.stderr).toMatch(/identity.*guess/);
  expect(run.stderr).toMatch(/map.*positional/);
  expect(readOut(run.out)).toBeUndefined();
});

test('a run without a map links nobody and goes on', async () => {
  const { 'identity_map.csv': _, ...files } = FILES;
  const { exit, stderr, out } = await runCustomers(files);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(readCsv(out, 'customer_360.csv').map(({ identity_source }) => identity_source)).toEqual([
    '',
    '',
    '',
    '',
  ]);
});

test('web activity that is one array is accepted, and said', async () => {
  const records = FILES['web_activity.json'].trimEnd().split('\n');
  const { exit, stderr, out } = await runCustomers({
    ...FILES,
    'web_activity.json': `[${records.join(',\n')}]`,
  });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(readReconciliation(out).warnings).toEqual([
    expect.stringMatching(/^web_activity\.json is one JSON array/),
  ]);
  const { out: other } = await runCustomers(FILES);
  expect(readOut(out)?.get('customer_360.csv')).toEqual(readOut(other)?.get('customer_360.csv'));
});

test.each(['crm_leads.csv', 'transactions.txt', 'web_activity.json'] as const)(
  'a run without %s fails and names it',
  async (missing) => {
    const { [missing]: _, ...files } = FILES;
    const run = await runCustomers({ ...files, 'other.csv': 'a' });
    expectFailed(run, missing, 'other.csv');
    expect(readOut(run.out)).toBeUndefined();
  },
);

test('the rejected records of a JSON file, corrected, can be loaded as the CSV that they are', async () => {
  const first = await runCustomers(FILES);
  const rejected = readOut(first.out)?.get('rejected-web-activity.csv')?.toString('utf8') ?? '';
  const { 'web_activity.json': _, ...others } = FILES;
  const corrected = rejected.replace('\n,1,', '\nu-1,1,');
  const { exit, out } = await runCustomers({ ...others, 'web_activity.csv': corrected });
  expect(exit).toBe(0);
  expect(readReconciliation(out).sources[2]).toMatchObject({ files: ['web_activity.csv'], accepted: 1 });
});
