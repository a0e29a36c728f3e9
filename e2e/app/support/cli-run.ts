import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Reconciliation } from '../../../electron/contract/reconciliation.ts';
import { readReconciliation } from '../../support/read-out.ts';
import { PROJECT_FOLDER, runMuster } from '../../support/run-muster.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { type Content, writeFiles } from '../../support/write-files.ts';

export const SAMPLE: string = join(PROJECT_FOLDER, 'assets', 'samples', 'eligible-audience');
export const SAMPLE_DAY = '2026-11-20';

/** The text of a sample file. */
export function sampleText(name: string): string {
  return readFileSync(join(SAMPLE, name), 'utf8');
}

/** What the command line makes of files: the figures, and the exact file of the audience. */
export interface CliRun {
  readonly reconciliation: Reconciliation;
  readonly audience: string;
}

/** Runs the command line over the sample, with some files changed. */
export async function cliRun(changes: Readonly<Record<string, Content>> = {}): Promise<CliRun> {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  const names = ['customers.csv', 'bookings.csv', 'consent_events.csv', 'suppressions.csv'];
  writeFiles(input, {
    ...Object.fromEntries(names.map((name) => [name, readFileSync(join(SAMPLE, name))])),
    ...changes,
  });
  const { exit, stderr } = await runMuster([
    ...['run', 'eligible-audience', '--in', input, '--out', out, '--as-of', SAMPLE_DAY],
  ]);
  expect(exit, stderr).toBe(0);
  return {
    reconciliation: readReconciliation(out),
    audience: readFileSync(join(out, 'audience.csv'), 'utf8'),
  };
}
