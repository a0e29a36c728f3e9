import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CAST } from './sample/cast.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const SAMPLES = join(PROJECT, 'assets/samples');

const reconciliationSchema = z.object({
  sources: z.array(z.object({ source: z.string(), read: z.number(), rejected: z.number() })),
  stages: z.array(z.object({ reasons: z.array(z.object({ reason: z.string(), dropped: z.number() })) })),
  outcome: z.object({ entered: z.number(), delivered: z.number() }),
  balanced: z.literal(true),
});

describe('a run over the sample of campaign-targets', () => {
  const out = mkdtempSync(join(tmpdir(), 'muster-sample-run-'));
  const rows = (name: string): readonly Readonly<Record<string, string>>[] =>
    Papa.parse<Readonly<Record<string, string>>>(readFileSync(join(out, name), 'utf8').trimEnd(), {
      header: true,
    }).data;
  const reconciliation = () =>
    reconciliationSchema.parse(JSON.parse(readFileSync(join(out, 'reconciliation.json'), 'utf8')));

  beforeAll(() => {
    const options = ['--in', join(SAMPLES, 'campaign-targets'), '--out', out, '--as-of', '2026-11-20'];
    const program = join(PROJECT, 'electron/cli/main.js');
    const run = spawnSync(process.execPath, [program, 'run', 'campaign-targets', ...options], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  test('ends for each character as the story says', () => {
    const ends = new Map([
      ...rows('campaign_targets.csv').map(
        (row) => [`${row.solution_id} ${row.client_id}`, 'target'] as const,
      ),
      ...rows('traceability.csv').map(
        (row) => [`${row.solution_id} ${row.client_id}`, row.reason ?? ''] as const,
      ),
    ]);
    for (const { solution, client, ends: expected } of CAST) {
      expect([solution, client, ends.get(`${solution} ${client}`)]).toEqual([solution, client, expected]);
    }
  });

  test('has every reason but that of the solution that is not there, and about as many targets as others', () => {
    const { stages, outcome } = reconciliation();
    const unseen = stages.flatMap(({ reasons }) => reasons).filter(({ dropped }) => dropped < 10);
    expect(unseen.map(({ reason }) => reason)).toEqual(['The pilot is over']);
    expect(outcome.delivered / outcome.entered).toBeGreaterThan(0.4);
    expect(outcome.delivered / outcome.entered).toBeLessThan(0.6);
  });

  test('reads and rejects as many records as the README says', () => {
    const text = readFileSync(join(SAMPLES, 'README.md'), 'utf8');
    for (const { source, read, rejected } of reconciliation().sources) {
      expect(text).toContain(`| \`${source}.csv\` | ${read.toLocaleString('en')} | ${rejected} |`);
    }
  });
});
