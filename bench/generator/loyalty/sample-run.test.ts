import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aSampleRun, SAMPLES } from '../testing/sample-run.ts';
import { CAST } from './sample/cast.ts';
import { DEPARTMENTS } from './sample/sample.ts';

describe('a run over the sample of loyalty-engagement', () => {
  const { rows, reconciliation } = aSampleRun('loyalty-engagement');
  const readme = readFileSync(join(SAMPLES, 'README.md'), 'utf8');

  test('ends for each character as the story says', () => {
    const of = (name: string, ends: (row: Readonly<Record<string, string>>) => string) =>
      rows(name).map((row) => [row.user_id ?? '', ends(row)] as const);
    const ends = new Map([
      ...of('marketing_highly_engaged.csv', () => 'marketing'),
      ...of('customer_success_low_engagement.csv', () => 'customer success'),
      ...of('dropouts.csv', ({ reason }) => reason ?? ''),
    ]);
    for (const { id, ends: expected } of CAST) expect([id, ends.get(id)]).toEqual([id, expected]);
  });

  test('says of three characters what their stories say besides', () => {
    const master = new Map(rows('master.csv').map((row) => [row.user_id, row]));
    expect(master.get('502')).toMatchObject({ engagement_score: '70.00', engagement_band: 'medium' });
    expect(master.get('522')).toMatchObject({ region_code: 'LU', region_name: '' });
    expect(master.get('523')).toMatchObject({ purchases: '2', purchase_amount: '10.01' });
  });

  test('has every reason ten times, both teams, and checks of every status', () => {
    const { stages, outcome } = reconciliation();
    const dropped = stages.flatMap(({ reasons }) => reasons);
    expect(dropped).toHaveLength(6);
    expect(dropped.filter((reason) => reason.dropped < 10)).toEqual([]);
    expect(rows('marketing_highly_engaged.csv').length).toBeGreaterThan(80);
    expect(rows('customer_success_low_engagement.csv').length).toBeGreaterThan(50);
    expect(outcome.delivered / outcome.entered).toBeGreaterThan(0.35);
    const statuses = Map.groupBy(rows('monitoring.csv'), ({ status }) => status);
    for (const status of ['ok', 'warn', 'fail']) {
      expect(statuses.get(status)?.length ?? 0, status).toBeGreaterThan(4);
    }
  });

  test('reads and rejects as many records as the README says', () => {
    for (const { source, files, read, rejected } of reconciliation().sources) {
      expect(files).toEqual([...DEPARTMENTS].filter(([name]) => name === source).map(([, { file }]) => file));
      expect(readme).toContain(`| \`${files[0]}\` | ${read.toLocaleString('en')} | ${rejected} |`);
    }
    expect(readme).toContain(`${reconciliation().outcome.entered} users of`);
  });
});
