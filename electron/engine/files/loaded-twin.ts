import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { type InputFile, openInput } from '../ingest/input-file.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import type { ReadableDb } from '../workspace/database.ts';

/** A file that may be loaded already, and the source that it would be loaded into, where that is known. */
interface Newcomer {
  readonly path: string;
  readonly name: string;
  readonly source: string | null;
}

/** A loaded file with its source. */
export interface LoadedTwin {
  readonly import: number;
  readonly file: string;
  readonly path: string;
  readonly source: string;
  readonly sha256: string;
}

/**
 * A loaded file with the same bytes, other than the one whose place the file would take; undefined where there is none.
 * Files without records can be there any number of times: they count for nothing.
 */
export async function loadedTwin(
  db: ReadableDb,
  { path, name, source }: Newcomer,
  cancel: CancelFlag,
): Promise<LoadedTwin | undefined> {
  const { size } = statSync(path);
  const others = db
    .prepare<[bigint, string | null, string], LoadedTwin>(
      `select import, file, path, source, sha256
       from import
       where bytes = ? and read > 0 and not (source is ? and file = ?)
       order by import`,
    )
    .all(BigInt(size), source, name);
  if (others.length === 0) return undefined;
  const file = openInput(path, name);
  try {
    const sha256 = await sha256Of(file, cancel);
    return others.find((each) => each.sha256 === sha256);
  } finally {
    file.close();
  }
}

/** The SHA-256 of a file's bytes on disk, lower-case hex; throws Cancelled when the flag is raised. */
export async function sha256Of(file: InputFile, cancel: CancelFlag): Promise<string> {
  const hash = createHash('sha256');
  const pieces = file.content((piece) => {
    cancel.check();
    hash.update(piece);
  });
  for await (const _ of pieces);
  return hash.digest('hex');
}
