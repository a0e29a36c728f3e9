import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aSampleRun, SAMPLES } from '../testing/sample-run.ts';
import { CAST } from './sample/cast.ts';

describe('a run over the sample of campaign-targets', () => {
  const { rows, reconciliation } = aSampleRun('campaign-targets');

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
