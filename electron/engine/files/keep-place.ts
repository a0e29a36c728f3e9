import { resolve } from 'node:path';
import { Failure } from '../failure.ts';
import type { PresentImport } from '../ingest/import-table.ts';
import { openInput } from '../ingest/input-file.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import type { WritableDb } from '../workspace/database.ts';
import { sha256Of } from './loaded-twin.ts';

type Known = Pick<PresentImport, 'import' | 'file' | 'path' | 'sha256'>;

/**
 * Notes where a loaded file is found from now on, where it has come back under its name, or does not stand any longer where it was.
 * Throws Cancelled when the flag is raised.
 */
export async function keepPlace(
  db: WritableDb,
  known: Known,
  { name, path }: { readonly name: string; readonly path: string },
  cancel: CancelFlag,
): Promise<void> {
  if (name !== known.file && (await standsThere(known, cancel))) return;
  db.prepare('update import set path = ? where import = ?').run(resolve(path), known.import);
}

/** Whether the content is still at its path: next month's file may stand there by now. */
async function standsThere({ path, file: name, sha256 }: Known, cancel: CancelFlag): Promise<boolean> {
  try {
    const file = openInput(path, name);
    try {
      return (await sha256Of(file, cancel)) === sha256;
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
