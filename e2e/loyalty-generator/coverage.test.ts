import { expect, test } from 'vitest';
import { Random } from '../generator/random.ts';
import type { Memory } from '../loyalty-oracle/memory.ts';
import { expectLoyalty } from '../loyalty-oracle/oracle.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeFiles } from '../support/write-files.ts';
import { plannedRuns } from './sequence.ts';

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

test('the runs of the first seeds have every reason, band, check, status, team and fault', () => {
  const seen = new Map<string, Set<string>>();
  const see = (kind: string, ...values: readonly string[]) => {
    seen.set(kind, new Set([...(seen.get(kind) ?? []), ...values]));
  };
  for (const seed of SEEDS) {
    let memory: Memory | undefined;
    for (const { files, ...run } of plannedRuns(new Random(seed))) {
      const folder = tempFolder();
      writeFiles(folder, files);
      const expected = expectLoyalty(folder, { ...run, ...(memory ? { memory } : {}) });
      memory = expected.memory;
      const rows = (name: string) =>
        (expected.files.get(`${name}.csv`)?.split('\n').slice(1, -1) ?? []).map((row) => row.split(','));
      see('statuses', ...rows('monitoring').map((row) => `${row[0]} ${row.at(-2)}`));
      see('reasons', ...rows('dropouts').map((row) => row.at(-4) ?? ''));
      see('codes', ...expected.reconciliation.sources.flatMap(({ codes }) => Object.keys(codes)));
      see('bands', ...[...memory.snapshots.values()].flat().map(({ band }) => band));
      see('teams', rows('marketing_highly_engaged').length > 0 ? 'marketing' : 'none');
      see('teams', rows('customer_success_low_engagement').length > 0 ? 'customer success' : 'none');
      see('snapshots', String(memory.snapshots.size));
    }
  }
  const all = (kind: string) => [...(seen.get(kind) ?? [])];
  expect(all('statuses').toSorted()).toEqual([
    ...['band_shift fail', 'band_shift ok', 'band_shift warn'],
    ...['freshness fail', 'freshness ok', 'freshness warn'],
    ...['nulls ok', 'nulls warn'],
    ...['orphans fail', 'orphans ok', 'orphans warn'],
    ...['rejected fail', 'rejected ok', 'rejected warn'],
    ...['score_shift fail', 'score_shift ok', 'score_shift warn'],
    ...['volume fail', 'volume ok', 'volume warn'],
  ]);
  const counts = Object.fromEntries([...seen].map(([kind, values]) => [kind, values.size]));
  expect(counts).toMatchObject({ reasons: 6, bands: 5, teams: 3, snapshots: 4 });
  expect(all('codes')).toEqual(
    expect.arrayContaining([
      'low_threshold:out_of_range',
      'score:out_of_range',
      'calls_last_30_days:out_of_range',
      'activity_id:duplicate_key',
      'region_code:duplicate_key',
      'activity_type:not_allowed',
      'updated_at:not_a_timestamp',
      'unreadable',
    ]),
  );
});
