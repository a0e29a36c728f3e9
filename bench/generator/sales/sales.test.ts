import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSalesBulk } from './bulk/sales-bulk.ts';
import { salesFiles } from './sample/sample.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../assets/samples');
const HEADER = ['Date', 'Customer ID', 'Order ID', 'Sales'];
const LINES = 40_000;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the sample of sales-analytics', () => {
  test('is the same for the same seed, and another for another', () => {
    const digests = (seed: number) => [...salesFiles(seed).values()].map(digest);
    expect(digests(1)).toEqual(digests(1));
    for (const [index, bytes] of digests(1).entries()) expect(bytes).not.toBe(digests(2)[index]);
  });

  test.each([...salesFiles(1)])('%s in assets is what the generator makes', (name, bytes) => {
    expect(digest(readFileSync(join(SAMPLES, 'sales-analytics', name)))).toBe(digest(bytes));
  });
});

describe('large extracts of sales', () => {
  const folders: string[] = [];
  const made = (lines: number, seed: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-sales-'));
    folders.push(folder);
    const files = writeSalesBulk(folder, lines, seed);
    return files.map(({ name, records }) => {
      return { name, records, text: readFileSync(join(folder, name), 'utf8') };
    });
  };
  let extracts: ReturnType<typeof made> = [];
  const rowsOf = (text: string) =>
    Papa.parse<readonly string[]>(text.trimEnd(), { delimiter: ',', newline: '\n' }).data;
  beforeAll(() => {
    extracts = made(LINES, 1);
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test('are the same for the same seed and others for another', () => {
    expect(made(LINES, 1)).toEqual(extracts);
    for (const [index, { text }] of made(LINES, 2).entries()) expect(text).not.toBe(extracts[index]?.text);
  });

  test.each([1, 100, 12_345])('hold %i lines in all', (lines) => {
    const files = made(lines, 1);
    expect(files.reduce((sum, { records }) => sum + records, 0)).toBe(lines);
    for (const { records, text } of files) expect(text.split('\n')).toHaveLength(records + 2);
  });

  test('overlap: the days that two of them have are alike, line by line', () => {
    const [first, second] = extracts.map(({ text }) => text.split('\n'));
    // Neither of the two days at the ends, nor a line whose day is broken, is among them.
    const common = (lines: readonly string[] = []) =>
      lines.filter((line) => line >= '2024-10-15' && line < '2024-11-19');
    expect(common(first).length).toBeGreaterThan(LINES * 0.02);
    expect(common(second)).toEqual(common(first));
  });

  test('have orders of two or three lines, some returns and few lines with a fault', () => {
    const rows = extracts.flatMap(({ text }) => {
      const [header, ...own] = rowsOf(text);
      expect(header).toEqual(HEADER);
      return own;
    });
    const share = (count: number) => count / rows.length;
    const orders = Map.groupBy(
      rows,
      ([day = '', customer = '', order = '']) => `${day} ${customer} ${order}`,
    );
    expect(rows.length / orders.size).toBeGreaterThan(2);
    expect(rows.length / orders.size).toBeLessThan(3);
    expect(share(rows.filter(([, , , sales = '']) => sales.startsWith('-')).length)).toBeGreaterThan(0.01);
    const good = /^[0-9]{4}-[0-9]{2}-[0-9]{2},[^,]+,[^,]+,-?[0-9]+\.[0-9]{2}$/;
    const bad = rows.filter((row) => !good.test(row.join()) || row[0] === undefined || row[0] > '2026-11-20');
    expect(share(bad.length)).toBeGreaterThan(0.002);
    expect(share(bad.length)).toBeLessThan(0.008);
  });

  test('have customers of whom many came once or twice, and few very often', () => {
    const rows = extracts.flatMap(({ text }) => rowsOf(text).slice(1));
    const orders = Map.groupBy(rows, ([, customer = '']) => customer)
      .values()
      .map((own) => new Set(own.map(([, , order]) => order)).size)
      .toArray();
    const often = Math.max(...orders);
    expect(often).toBeGreaterThan(12);
    expect(orders.filter((count) => count <= 2).length / orders.length).toBeGreaterThan(0.4);
  });
});
