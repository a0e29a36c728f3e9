import type { WaitingFile } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import type { ReadableDb, WritableDb } from '../workspace/database.ts';
import type { Problem } from './recognise.ts';

/** A file that the user gave: as the host names it, where it is, and as the user knows it. */
export interface GivenFile {
  readonly file: string;
  readonly path: string;
  readonly name: string;
}

/** A sentence about a file, with the name that the user knows where it names the path. */
export function asKnown(sentence: string, { path, name }: GivenFile): string {
  return sentence.replaceAll(path, name);
}

/** The files that were given and are not loaded, in the order of their names. */
export function waitingFiles(db: ReadableDb): readonly WaitingFile[] {
  return db
    .prepare<[], WaitingFile>(
      `select file, name, bytes, source, problem, next_step as nextStep, needs
       from waiting_file
       order by name, file`,
    )
    .all();
}

/** Where a waiting file is. Throws a Failure when it does not wait any more. */
export function waitingFile(db: ReadableDb, file: string): GivenFile {
  const row = db
    .prepare<[string], GivenFile>('select file, path, name from waiting_file where file = ?')
    .get(file);
  if (!row) throw new Failure('The file does not wait any more.', 'Add it again.');
  return row;
}

/** Lets a file wait, with its problem. */
export function letWait(
  db: WritableDb,
  { file, path, name }: GivenFile,
  bytes: number,
  problem: Problem,
): void {
  db.prepare(
    `insert or replace into waiting_file (file, path, name, bytes, source, needs, problem, next_step)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(file, path, name, BigInt(bytes), problem.source, problem.needs, problem.problem, problem.nextStep);
}

/** Takes a file, or another one at the same place, from those that wait. */
export function endWait(db: WritableDb, { file, path }: Pick<GivenFile, 'file' | 'path'>): void {
  db.prepare('delete from waiting_file where file = ? or path = ?').run(file, path);
}
