import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditFiles, auditSample } from './audit-sample.ts';
import { plantedTable } from './planted.ts';
import { keysByFinding, type Row } from './testing/plain-audit.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../../assets/samples');
const SEEDS = [1, 2, 3];

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const rowsOf = (seed: number): ReadonlyMap<string, readonly Row[]> =>
  new Map(
    auditSample(seed).extracts.map(({ name, header, rows }) => [
      name,
      rows.map((cells) => new Map(header.map((column, index) => [column, cells[index] ?? '']))),
    ]),
  );

describe('the sample of the audit', () => {
  test.each([...auditFiles(1)])('%s in assets is what the generator makes', (name, bytes) => {
    expect(digest(readFileSync(join(SAMPLES, 'campaign-audit', name)))).toBe(digest(bytes));
  });

  test('is another for another seed', () => {
    expect([...auditFiles(2).values()].map(digest)).not.toEqual([...auditFiles(1).values()].map(digest));
  });

  test('has about 3,000 leads', () => {
    const selected = rowsOf(1).get('1_initial_selection.csv')?.length ?? 0;
    expect(Math.abs(selected - 3000)).toBeLessThan(100);
  });

  test.each(SEEDS)('holds what is planted and nothing else, seed %i', (seed) => {
    const found = keysByFinding(rowsOf(seed));
    const planted = auditSample(seed).planted.map(
      ({ kind, stage, columns, keys, rows }) =>
        [`${kind} ${stage}`, { columns, keys: keys.toSorted(), rows }] as const,
    );
    expect(found).toEqual(new Map(planted));
  });

  test('is described in the README', () => {
    const text = readFileSync(join(SAMPLES, 'README.md'), 'utf8');
    expect(text).toContain(plantedTable(auditSample(1).planted).join('\n'));
  });
});
