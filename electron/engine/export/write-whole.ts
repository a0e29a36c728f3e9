import { existsSync, renameSync, rmSync } from 'node:fs';
import { errorCode, explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import { type Cell, csvPieces } from './csv-writer.ts';
import { DurableFile, type FileSeal, type Piece } from './durable-file.ts';

/** A file that is whole on disk, beside the place that it is meant for. */
export interface UnplacedFile extends FileSeal {
  /** Puts it into its place, in which it replaces what stands there; throws a Failure where the system does not let it. */
  place(): void;
}

/**
 * Writes a file beside its place and hands it to `use`, which places it. Whatever it has not placed is removed, so that the file
 * appears whole or not at all. Throws a Failure where the place cannot be written to.
 */
export async function writeWhole<T>(
  path: string,
  pieces: Iterable<Piece> | AsyncIterable<Piece>,
  use: (file: UnplacedFile) => T | Promise<T>,
): Promise<T> {
  return beside(path, async (unfinished, place) => use({ ...(await fill(unfinished, pieces)), place }));
}

/** Writes rows that are counted, as CSV pieces, whole or not at all; returns how many. Throws like `writeWhole`. */
export async function writeCsvWhole(
  path: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<number> {
  let written = 0;
  function* counted(): Iterable<readonly Cell[]> {
    for (const row of rows) {
      written++;
      yield row;
    }
  }
  await writeWhole(path, csvPieces(header, counted()), ({ place }) => place());
  return written;
}

/**
 * Lets a file be made under a name beside its place and then be put there by `place`; what is not placed is removed. Throws a Failure where
 * the place cannot be written to.
 */
export async function beside<T>(
  path: string,
  make: (unfinished: string, place: () => void) => Promise<T>,
): Promise<T> {
  if (isFolder(path))
    throw new Failure(`${path} is a folder, not a file.`, 'Give the file a name of its own.');
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    return await make(unfinished, () => replace(unfinished, path));
  } catch (error) {
    throw explainSystemError(error, path);
  } finally {
    removeQuietly(unfinished);
  }
}

/** Takes a file away where there is one; what keeps it from that is not said, as it would hide what went wrong before. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where it cannot be removed, it could not be written either.
  }
}

async function fill(path: string, pieces: Iterable<Piece> | AsyncIterable<Piece>): Promise<FileSeal> {
  const file = new DurableFile(path);
  try {
    for await (const piece of pieces) file.write(piece);
    return file.finish();
  } finally {
    file.close();
  }
}

function replace(finished: string, path: string): void {
  try {
    renameSync(finished, path);
  } catch (error) {
    throw existsSync(path) ? explainReplacing(error, path) : error;
  }
}

/** The failure of an attempt to replace a file: on Windows nobody can while a program has it open. */
export function explainReplacing(error: unknown, path: string): unknown {
  if (!['EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error))) return error;
  const nextStep = 'Close it in other programs, or choose another name.';
  return new Failure(`${path} is there and cannot be replaced.`, nextStep, { cause: error });
}
