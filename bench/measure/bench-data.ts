import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FILES, fileName } from './files.ts';

/** Where generated data and scratch files of the benchmark are; git does not look at it. */
export const DATA_FOLDER = resolve(import.meta.dirname, '../data');

// Goes up when the generator writes other bytes than before, so that old data is not taken for new.
const GENERATION = 1;
const GENERATOR = resolve(import.meta.dirname, '../generate.ts');

/** The folder with the files for a number of bookings; makes them if they are not there. */
export function dataFor(bookings: number, progress: (text: string) => void): string {
  return madeData('eligible-audience', 'bookings', bookings, progress);
}

/** The folder with the files of campaign-targets for a number of clients; makes them if they are not there. */
export function campaignDataFor(clients: number, progress: (text: string) => void): string {
  return madeData('campaign-targets', 'clients', clients, progress);
}

/** The folder with the files of sales-analytics with so many lines; makes them if they are not there. */
export function salesDataFor(lines: number, progress: (text: string) => void): string {
  return madeData('sales-analytics', 'lines', lines, progress);
}

/** The folder with the files of customer-360 with so many transactions; makes them if they are not there. */
export function customerDataFor(transactions: number, progress: (text: string) => void): string {
  return madeData('customer-360', 'transactions', transactions, progress);
}

/** The folder with the files of loyalty-engagement with so many rows in all; makes them if they are not there. */
export function loyaltyDataFor(rows: number, progress: (text: string) => void): string {
  return madeData('loyalty-engagement', 'rows', rows, progress);
}

function madeData(recipe: string, unit: string, size: number, progress: (text: string) => void): string {
  const folder = join(DATA_FOLDER, `${unit}-${size}-v${GENERATION}`);
  if (existsSync(folder)) return folder;
  progress(`Making the files for ${size} ${unit}`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  // A process of its own: this one stays small.
  const options = ['--recipe', recipe, '--size', String(size), '--out', unfinished];
  const made = spawnSync(process.execPath, [GENERATOR, ...options], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The generator failed: ${made.stderr}`);
  renameSync(unfinished, folder);
  return folder;
}

/** The bytes of the four files together; fails if one is missing. */
export function dataBytes(folder: string): number {
  return Object.keys(FILES)
    .map((source) => statSync(join(folder, fileName(source))).size)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** The bytes of all files in a folder together. */
export function folderBytes(folder: string): number {
  return readdirSync(folder)
    .map((name) => statSync(join(folder, name)).size)
    .reduce((sum, bytes) => sum + bytes, 0);
}
