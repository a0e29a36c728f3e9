import { existsSync, renameSync, rmSync } from 'node:fs';
import { errorCode, explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
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
  if (isFolder(path))
    throw new Failure(`${path} is a folder, not a file.`, 'Give the file a name of its own.');
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    const seal = await fill(unfinished, pieces);
    return await use({ ...seal, place: () => replace(unfinished, path) });
  } catch (error) {
    throw explainSystemError(error, path);
  } finally {
    removeQuietly(unfinished);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It would hide why the file could not be written.
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
