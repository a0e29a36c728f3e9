import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReconciliation } from '../support/read-out.ts';
import { PROJECT_FOLDER, runMuster } from '../support/run-muster.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { expectCustomer360 } from './oracle.ts';

const SAMPLE = join(PROJECT_FOLDER, 'assets', 'samples', 'customer-360');

test('the README says how many records and customers the sample has', () => {
  const { sources, files } = expectCustomer360(SAMPLE, 'map');
  const text = readFileSync(join(SAMPLE, '..', 'README.md'), 'utf8');
  for (const { files: names, read, rejected } of sources) {
    expect(text).toContain(`| \`${names.join()}\` | ${read} | ${rejected} |`);
  }
  const rows = (files.get('customer_360.csv') ?? '').split('\n').slice(1, -1);
  const kinds = Map.groupBy(rows, (row) => {
    if (row.includes(',map,')) return 'linked';
    return row.startsWith(',') ? 'user only' : 'lead only';
  });
  const count = (kind: 'linked' | 'lead only' | 'user only') => kinds.get(kind)?.length ?? 0;
  expect(text).toContain(
    `${rows.length} customers: ${count('linked')} linked, ${count('lead only')} leads without a user, ${count('user only')} users without a lead.`,
  );
});

test('a run over the sample balances, and is what the oracle says', async () => {
  const out = join(tempFolder(), 'out');
  const args = ['run', 'customer-360', '--in', SAMPLE, '--out', out, '--as-of', '2026-11-20'];
  const { exit, stderr } = await runMuster(args);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(readReconciliation(out).balanced).toBe(true);
  for (const [name, text] of expectCustomer360(SAMPLE, 'map').files) {
    expect(readFileSync(join(out, name), 'utf8'), name).toBe(text);
  }
});

test('the sample has faults of every kind, refunds of every status and a conflict in each column of the map', () => {
  const { sources, files } = expectCustomer360(SAMPLE, 'map');
  const codes = new Set(
    sources.flatMap(({ source, codes: own }) => Object.keys(own).map((code) => `${source} ${code}`)),
  );
  expect([...codes]).toEqual(
    expect.arrayContaining([
      'crm_leads email:missing_value',
      'transactions amount:out_of_range',
      'transactions transaction_id:duplicate_key',
      'web_activity unreadable',
      'web_activity user_uuid:missing_value',
      'identity_map email:duplicate_key',
      'identity_map user_uuid:duplicate_key',
    ]),
  );
  const statuses = (files.get('status_rates.csv') ?? '').split('\n').map((row) => row.split(',')[0]);
  expect(statuses).toEqual(
    expect.arrayContaining(['cancelled', 'chargeback', 'completed', 'pending', 'refunded']),
  );
});
