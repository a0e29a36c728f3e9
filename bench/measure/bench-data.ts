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
  return recipeDataFor('eligible-audience', 'bookings', bookings, progress);
}

/** The folder with a recipe's files for so many of a unit; makes them if they are not there. */
export function recipeDataFor(
  recipe: string,
  unit: string,
  size: number,
  progress: (text: string) => void,
): string {
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
