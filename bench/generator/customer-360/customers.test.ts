import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeCustomerBulk } from './bulk/customer-bulk.ts';
import { customerFiles } from './sample/sample.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../assets/samples');

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the sample of customer-360', () => {
  test('is the same for the same seed, and another for another', () => {
    const digests = (seed: number) => [...customerFiles(seed).values()].map(digest);
    expect(digests(1)).toEqual(digests(1));
    for (const [index, bytes] of digests(1).entries()) expect(bytes).not.toBe(digests(2)[index]);
  });

  test.each([...customerFiles(1)])('%s in assets is what the generator makes', (name, bytes) => {
    expect(digest(readFileSync(join(SAMPLES, 'customer-360', name)))).toBe(digest(bytes));
  });
});

describe('large files of customer-360', () => {
  const folders: string[] = [];
  const made = (transactions: number, seed: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-customers-'));
    folders.push(folder);
    return writeCustomerBulk(folder, transactions, seed).map((file) => {
      return { ...file, text: readFileSync(join(folder, file.name), 'utf8') };
    });
  };
  const linesOf = (text = '') => text.split('\n').slice(0, -1);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test('are the same for the same seed and others for another', () => {
    const [files, others] = [made(5000, 1), made(5000, 2)];
    expect(made(5000, 1)).toEqual(files);
    for (const [index, { text }] of others.entries()) expect(text).not.toBe(files[index]?.text);
  });

  test.each([1, 100, 12_345])('hold %i transactions and twice as many visits', (transactions) => {
    const [leads, bought, visits, entries] = made(transactions, 1);
    expect(linesOf(bought?.text)).toHaveLength(transactions + 1);
    expect(linesOf(visits?.text)).toHaveLength(transactions * 2);
    for (const file of [leads, entries]) expect(linesOf(file?.text)).toHaveLength((file?.records ?? 0) + 1);
  });

  test('have visits that are objects, users whom both files know, and few faults', () => {
    const [, bought, visits, entries] = made(20_000, 1);
    const ids = linesOf(visits?.text).map((line) => /"user_uuid":"?([^",]+)/.exec(line)?.[1] ?? '');
    for (const line of linesOf(visits?.text).slice(0, 100)) expect(() => JSON.parse(line)).not.toThrow();
    const rows = linesOf(bought?.text).map((line) => line.split('|'));
    const buyers = new Set(rows.map(([, user]) => user));
    const both = ids.filter((id) => buyers.has(id)).length;
    expect(both / ids.length).toBeGreaterThan(0.8);
    const refused = rows.filter(
      ([, user = '', amount = '']) => user === '' || !/^[0-9]+\.[0-9]{2}$/.test(amount),
    );
    expect(refused.length / rows.length).toBeGreaterThan(0.02);
    expect(refused.length / rows.length).toBeLessThan(0.05);
    const users = linesOf(entries?.text).map((line) => line.split(',')[1]);
    expect(new Set(users).size / users.length).toBeGreaterThan(0.99);
    expect(new Set(users).size).toBeLessThan(users.length);
  });
});
