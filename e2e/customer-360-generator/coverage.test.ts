import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { expectCustomer360 } from '../customer-360-oracle/oracle.ts';
import { Random } from '../generator/random.ts';
import { decode } from '../oracle/decode.ts';
import { readBytes } from '../oracle/files.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';
import { generateCustomers } from './world.ts';

const RFC_4180 = { delimiter: ',', newline: '\n', skipEmptyLines: true } as const;
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** The first character that is written tells an array, and a line end what the lines end in. */
function shapeOf(text: string): string {
  const shape = text.trimStart().startsWith('[') ? 'array' : 'lines';
  return `${shape} ${text.includes('\r\n') ? 'CRLF' : 'LF'}`;
}

test('the worlds of the first seeds have links, conflicts and loops of every kind, all shapes of JSON, and every fault', () => {
  const seen = new Map<string, Set<string>>();
  const see = (kind: string, ...values: readonly string[]) => {
    seen.set(kind, new Set([...(seen.get(kind) ?? []), ...values]));
  };
  for (const seed of SEEDS) {
    const folder = tempFolder();
    const { identity, files } = generateCustomers(new Random(seed));
    writeFiles(folder, files);
    const expected = expectCustomer360(folder, 'map');
    see('identity', identity);
    see('map', String('identity_map.csv' in files));
    const web = Object.keys(files).find((name) => name.toLowerCase().startsWith('web')) ?? '';
    see('shapes', shapeOf(decode(readBytes(folder, web)).text));
    see('codes', ...expected.sources.flatMap(({ codes }) => Object.keys(codes)));
    const { data } = papaparse.parse<string[]>(expected.files.get('customer_360.csv') ?? '', RFC_4180);
    const rows = data.slice(1);
    const emails = new Set(rows.map(([email]) => email));
    for (const [email = '', , , , , , user = '', link = '', ...figures] of rows) {
      see('rows', link !== '' ? 'linked' : email === '' ? 'user only' : 'lead only');
      see('flags', figures.slice(-3).join());
      // A user whose id is the very text of a lead's email, linked to another lead or to none.
      if (user !== email && emails.has(user)) see('loops', email === '' ? 'alone' : 'linked');
    }
    const log = (expected.files.get('rejected_transactions.log') ?? '').split('\n');
    see('log', ...log.filter((line) => /"[^"]*\|[^"]*"/.test(line)).map(() => 'pipe inside quotes'));
    see('log', ...log.filter((line) => line.includes('Non-positive')).map(() => 'non-positive'));
  }
  const counts = Object.fromEntries([...seen].map(([kind, values]) => [kind, values.size]));
  expect(counts).toMatchObject({ identity: 2, map: 2, shapes: 4, rows: 3, loops: 2, log: 2 });
  // A row of a user alone has been seen by one of the two files at least.
  expect(seen.get('flags')?.size).toBe(7);
  expect([...(seen.get('codes') ?? [])]).toEqual(
    expect.arrayContaining([
      'email:duplicate_key',
      'user_uuid:duplicate_key',
      'transaction_id:duplicate_key',
      'amount:out_of_range',
      'page_views:not_a_number',
      'unreadable',
      'too_few_fields',
      'too_many_fields',
    ]),
  );
});
