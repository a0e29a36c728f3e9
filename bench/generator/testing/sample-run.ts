import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';

const PROJECT = resolve(import.meta.dirname, '../../..');

/** The folder of all samples. */
export const SAMPLES = join(PROJECT, 'assets/samples');

const reconciliationSchema = z.object({
  sources: z.array(
    z.object({ source: z.string(), files: z.array(z.string()), read: z.number(), rejected: z.number() }),
  ),
  stages: z.array(z.object({ reasons: z.array(z.object({ reason: z.string(), dropped: z.number() })) })),
  outcome: z.object({ entered: z.number(), delivered: z.number() }),
  balanced: z.literal(true),
});

/** A row of a written file, by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** What a run over a sample wrote. */
export interface SampleRun {
  rows(name: string): readonly Row[];
  reconciliation(): z.infer<typeof reconciliationSchema>;
}

/** Has the tests around it look at a run over a recipe's sample, which says nothing on standard error; gone when they end. */
export function aSampleRun(recipe: string): SampleRun {
  const out = mkdtempSync(join(tmpdir(), 'muster-sample-run-'));
  beforeAll(() => {
    const options = ['--in', join(SAMPLES, recipe), '--out', out, '--as-of', '2026-11-20'];
    const program = join(PROJECT, 'electron/cli/main.js');
    const run = spawnSync(process.execPath, [program, 'run', recipe, ...options], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  return {
    rows: (name) => Papa.parse<Row>(read(name).trimEnd(), { header: true }).data,
    reconciliation: () => reconciliationSchema.parse(JSON.parse(read('reconciliation.json'))),
  };
}
