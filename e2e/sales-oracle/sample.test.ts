import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSource } from '../oracle/load.ts';
import { PROJECT_FOLDER } from '../support/run-muster.ts';
import { expectSales } from './oracle.ts';
import { salesSource } from './sources.ts';

const SAMPLE = join(PROJECT_FOLDER, 'assets', 'samples', 'sales-analytics');
const AS_OF = '2026-11-20';

test('the sample has customers of every segment, stage and band, and lines of every kind', () => {
  const expected = expectSales(SAMPLE, AS_OF);
  const column = (name: string, place: number) => {
    const rows = expected.files.get(name)?.split('\n').slice(1, -1) ?? [];
    return rows.map((row) => row.split(',').at(place));
  };
  expect(new Set(column('customer_segments.csv', -3)).size).toBe(10);
  expect(new Set(column('customer_segments.csv', -1)).size).toBe(5);
  expect(new Set(column('churn_scores.csv', -1)).size).toBe(3);
  expect(new Set(column('dropouts.csv', 1)).size).toBe(3);
  const counts = column('data_quality.csv', 1).map(Number);
  expect(counts.filter((count) => count === 0)).toEqual([]);
  expect(expected.customers).toBeGreaterThan(270);
  expect(expected.table.superseded).toBeGreaterThan(100);
  // Every value of the insights can be said.
  expect(column('business_insights.csv', 2).filter((value) => value === '')).toEqual([]);
});

test('the README says how many records and customers the sample has, and how many stand in both files', () => {
  const text = readFileSync(join(SAMPLE, '..', 'README.md'), 'utf8');
  for (const { file, read, rejected } of loadSource(salesSource(AS_OF), SAMPLE, readdirSync(SAMPLE)).files) {
    expect(text).toContain(`| \`${file}\` | ${read.toLocaleString('en')} | ${rejected.length} |`);
  }
  const { customers, table } = expectSales(SAMPLE, AS_OF);
  expect(text).toContain(`${customers} customers: `);
  expect(text).toContain(`${table.superseded} lines stand in both extracts`);
});
