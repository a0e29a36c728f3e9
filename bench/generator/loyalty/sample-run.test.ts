import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CAST } from './sample/cast.ts';
import { DEPARTMENTS } from './sample/sample.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const SAMPLES = join(PROJECT, 'assets/samples');

const reconciliationSchema = z.object({
  sources: z.array(
    z.object({ source: z.string(), files: z.array(z.string()), read: z.number(), rejected: z.number() }),
  ),
  stages: z.array(z.object({ reasons: z.array(z.object({ reason: z.string(), dropped: z.number() })) })),
  outcome: z.object({ entered: z.number(), delivered: z.number() }),
  balanced: z.literal(true),
});

describe('a run over the sample of loyalty-engagement', () => {
  const out = mkdtempSync(join(tmpdir(), 'muster-sample-run-'));
  const rows = (name: string): readonly Readonly<Record<string, string>>[] =>
    Papa.parse<Readonly<Record<string, string>>>(readFileSync(join(out, name), 'utf8').trimEnd(), {
      header: true,
    }).data;
  const reconciliation = () =>
    reconciliationSchema.parse(JSON.parse(readFileSync(join(out, 'reconciliation.json'), 'utf8')));
  const readme = readFileSync(join(SAMPLES, 'README.md'), 'utf8');

  beforeAll(() => {
    const options = ['--in', join(SAMPLES, 'loyalty-engagement'), '--out', out, '--as-of', '2026-11-20'];
    const program = join(PROJECT, 'electron/cli/main.js');
    const run = spawnSync(process.execPath, [program, 'run', 'loyalty-engagement', ...options], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

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
