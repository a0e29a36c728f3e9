import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLoyaltyBulk } from './bulk/loyalty-bulk.ts';
import { CAST } from './sample/cast.ts';
import { SOURCE_NAMES } from './sample/character.ts';
import { loyaltyFiles } from './sample/sample.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../assets/samples');
const LINES = 20_000;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const digests = (files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> =>
  new Map([...files].map(([name, bytes]) => [name, digest(bytes)]));

describe('the sample of loyalty-engagement', () => {
  test('is the same for the same seed, and another for another in the files that are not of regions', () => {
    const [once, again, other] = [1, 1, 2].map((seed) => digests(loyaltyFiles(seed)));
    expect(once).toEqual(again);
    for (const [name, same] of once ?? []) {
      if (name.toLowerCase().startsWith('region_')) expect(other?.get(name)).toBe(same);
      else expect(other?.get(name)).not.toBe(same);
    }
  });

  test.each([...loyaltyFiles(1)])('%s in assets is what the generator makes', (name, bytes) => {
    expect(digest(readFileSync(join(SAMPLES, 'loyalty-engagement', name)))).toBe(digest(bytes));
  });

  test('is thirteen files and no other', () => {
    const names = readdirSync(join(SAMPLES, 'loyalty-engagement'));
    expect(names.toSorted()).toEqual([...loyaltyFiles(1).keys()].toSorted());
    expect(names.map((name) => name.toLowerCase()).toSorted()).toEqual(
      SOURCE_NAMES.map((source) => `${source}.csv`).toSorted(),
    );
  });

  test('has a cast of distinct users, each described in the README', () => {
    const text = readFileSync(join(SAMPLES, 'README.md'), 'utf8');
    expect(new Set(CAST.map(({ id }) => id)).size).toBe(CAST.length);
    for (const { id, ends, story } of CAST) expect(text).toContain(`| ${id} | ${ends} | ${story} |`);
  });

  test('has two files of Windows-1252, and the others of UTF-8', () => {
    const foreign = [...loyaltyFiles(1)].filter(([, bytes]) => bytes.toString('utf8').includes('\ufffd'));
    expect(foreign.map(([name]) => name)).toEqual(['Retention_Action.csv', 'Region_Metadata.csv']);
  });
});

describe('large files of loyalty-engagement', () => {
  const folders: string[] = [];
  const made = (lines: number, seed: number) => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-loyalty-'));
    folders.push(folder);
    return { folder, files: writeLoyaltyBulk(folder, lines, seed) };
  };
  const textsOf = (folder: string) =>
    new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  let texts: ReadonlyMap<string, string> = new Map();
  const rowsOf = (source: string) =>
    Papa.parse<Readonly<Record<string, string>>>((texts.get(`${source}.csv`) ?? '').trimEnd(), {
      header: true,
      delimiter: ',',
      newline: '\n',
    }).data;
  beforeAll(() => {
    texts = textsOf(made(LINES, 1).folder);
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test('are the same for the same seed and others for another', () => {
    expect(textsOf(made(LINES, 1).folder)).toEqual(texts);
    for (const [name, text] of textsOf(made(LINES, 2).folder)) {
      if (!name.startsWith('region_')) expect(text, name).not.toBe(texts.get(name));
    }
  });

  test.each([120, 1000, 12_345])('hold %i lines in all', (lines) => {
    const { folder, files } = made(lines, 1);
    expect(files.map(({ name }) => name)).toEqual(SOURCE_NAMES.map((source) => `${source}.csv`));
    expect(files.reduce((sum, { records }) => sum + records, 0)).toBe(lines);
    for (const { name, records } of files) {
      expect(textsOf(folder).get(name)?.split('\n')).toHaveLength(records + 2);
    }
  });

  test('need a line for each region at least', () => {
    expect(() => made(119, 1)).toThrow(RangeError);
  });

  test('are mostly of users who have a profile, with few faults', () => {
    const known = new Set(rowsOf('user_profile').map(({ user_id }) => user_id));
    for (const source of ['user_activity', 'engagement_score', 'product_support_usage']) {
      const rows = rowsOf(source);
      const strangers = rows.filter(({ user_id }) => !known.has(user_id)).length;
      expect(strangers / rows.length, source).toBeLessThan(0.01);
    }
    const amounts = rowsOf('user_activity').filter(({ amount = '' }) => amount !== '');
    const faulty = amounts.filter(({ amount = '' }) => !/^[0-9]+\.[0-9]{2}$/.test(amount)).length;
    expect(faulty).toBeGreaterThan(0);
    expect(faulty / rowsOf('user_activity').length).toBeLessThan(0.005);
  });
});
