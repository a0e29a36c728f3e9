import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILES, fileName } from '../measure/files.ts';
import { writeBulk } from './bulk/bulk.ts';
import { CAST } from './sample/cast.ts';
import { sampleFiles } from './sample/sample.ts';

const SAMPLES = resolve(import.meta.dirname, '../../assets/samples');
const BOOKINGS = 5000;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const digests = (files: ReadonlyMap<string, Buffer>): readonly string[] => [...files.values()].map(digest);

describe('the sample', () => {
  test('is the same for the same seed', () => {
    expect(digests(sampleFiles(1))).toEqual(digests(sampleFiles(1)));
  });

  test('is another for another seed, in every file', () => {
    const other = digests(sampleFiles(2));
    for (const [index, bytes] of digests(sampleFiles(1)).entries()) expect(bytes).not.toBe(other[index]);
  });

  test.each([...sampleFiles(1)])('%s in assets is what the generator makes', (name, bytes) => {
    expect(digest(readFileSync(join(SAMPLES, 'eligible-audience', name)))).toBe(digest(bytes));
  });

  test('has a cast of distinct customers, each described in the README', () => {
    const text = readFileSync(join(SAMPLES, 'README.md'), 'utf8');
    expect(new Set(CAST.map(({ id }) => id)).size).toBe(CAST.length);
    for (const { id, ends, story } of CAST) expect(text).toContain(`| ${id} | ${ends} | ${story} |`);
  });
});

describe('large files', () => {
  const folders: string[] = [];
  const made = (seed: number): string => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-bulk-'));
    folders.push(folder);
    writeBulk(folder, BOOKINGS, seed);
    return folder;
  };
  const bulkDigests = (folder: string): readonly string[] =>
    Object.keys(FILES).map((source) => digest(readFileSync(join(folder, fileName(source)))));
  let folder = '';
  beforeAll(() => {
    folder = made(1);
  });
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });

  test('are the same for the same seed and others for another', () => {
    expect(bulkDigests(made(1))).toEqual(bulkDigests(folder));
    const other = bulkDigests(made(2));
    for (const [index, bytes] of bulkDigests(folder).entries()) expect(bytes).not.toBe(other[index]);
  });

  test.each([
    ['customers', 1250],
    ['bookings', 5000],
    ['consent_events', 2000],
    ['suppressions', 50],
  ] as const)('%s is plain CSV with %i records', (source, records) => {
    const text = readFileSync(join(folder, fileName(source)), 'utf8');
    const { data, errors } = Papa.parse<readonly string[]>(text.trimEnd(), { delimiter: ',', newline: '\n' });
    const [header, ...rows] = data;
    expect(header).toEqual(FILES[source]);
    expect(rows).toHaveLength(records);
    expect(errors).toEqual([]);
    expect(text).not.toContain('\r');
    // Only cut-off records differ in length, and there are few of them.
    const odd = rows.filter((row) => row.length !== FILES[source].length);
    expect(odd.every((row) => row.length < FILES[source].length)).toBe(true);
    expect(odd.length).toBeLessThanOrEqual(records * 0.002);
  });
});
