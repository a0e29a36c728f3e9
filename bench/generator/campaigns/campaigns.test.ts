import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCampaignBulk } from './bulk/campaign-bulk.ts';
import { CAST } from './sample/cast.ts';
import { campaignFiles } from './sample/sample.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../assets/samples');
const CLIENTS = 4000;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const digests = (files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> =>
  new Map([...files].map(([name, bytes]) => [name, digest(bytes)]));

describe('the sample of campaign-targets', () => {
  test('is the same for the same seed, and another for another in the files that hold no configuration', () => {
    const [once, again, other] = [1, 1, 2].map((seed) => digests(campaignFiles(seed)));
    expect(once).toEqual(again);
    for (const name of ['clients.csv', 'offer_details.csv', 'blocks.csv', 'contact_history.csv']) {
      expect(other?.get(name)).not.toBe(once?.get(name));
    }
  });

  test.each([...campaignFiles(1)])('%s in assets is what the generator makes', (name, bytes) => {
    expect(digest(readFileSync(join(SAMPLES, 'campaign-targets', name)))).toBe(digest(bytes));
  });

  test('has a cast of distinct leads, each described in the README', () => {
    const text = readFileSync(join(SAMPLES, 'README.md'), 'utf8');
    expect(new Set(CAST.map(({ client }) => client)).size).toBe(CAST.length);
    for (const { solution, client, ends, story } of CAST) {
      expect(text).toContain(`| ${solution} | ${client} | ${ends} | ${story} |`);
    }
  });

  test('has two files of Windows-1252, and the others of UTF-8', () => {
    const foreign = [...campaignFiles(1)].filter(([, bytes]) => bytes.toString('utf8').includes('\ufffd'));
    // One record of blocks.csv holds a byte that its mark does not allow.
    expect(foreign.map(([name]) => name)).toEqual(['exclusions.csv', 'offer_details.csv', 'blocks.csv']);
    expect(campaignFiles(1).get('blocks.csv')?.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });
});

describe('large files of campaign-targets', () => {
  const folders: string[] = [];
  const made = (seed: number): string => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-campaigns-'));
    folders.push(folder);
    writeCampaignBulk(folder, CLIENTS, seed);
    return folder;
  };
  const read = (folder: string): readonly string[] =>
    readdirSync(folder).map((name) => digest(readFileSync(join(folder, name))));
  const parsed = (folder: string, name: string): readonly Readonly<Record<string, string>>[] =>
    Papa.parse<Readonly<Record<string, string>>>(readFileSync(join(folder, name), 'utf8').trimEnd(), {
      header: true,
      delimiter: ',',
      newline: '\n',
    }).data;
  let folder = '';
  beforeAll(() => {
    folder = made(1);
  });
  afterAll(() => {
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  });

  test('are the same for the same seed and others for another', () => {
    expect(read(made(1))).toEqual(read(folder));
    expect(read(made(2))).not.toEqual(read(folder));
  });

  test.each([
    ['clients.csv', 5000],
    ['solutions.csv', 8],
    ['exclusions.csv', 20],
    ['offers.csv', 60],
    ['offer_details.csv', 300],
    ['blocks.csv', 400],
    ['contact_history.csv', 2000],
  ])('%s has %i records', (name, records) => {
    expect(parsed(folder, name)).toHaveLength(records);
  });

  test('target each client about five times', () => {
    const targets = parsed(folder, 'solutions.csv').map(({ target_segments = '' }) => target_segments);
    const clients = parsed(folder, 'clients.csv').slice(0, CLIENTS);
    const leads = clients.flatMap(({ segment = '' }) =>
      targets.filter((list) => list === '*' || list.split('|').includes(segment)),
    );
    expect(leads.length / CLIENTS).toBeGreaterThan(4.8);
    expect(leads.length / CLIENTS).toBeLessThan(5.2);
  });
});
