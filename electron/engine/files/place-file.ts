import type { Reading } from '../../contract/files.ts';
import {
  isPrepared,
  type PresentImport,
  prepareSource,
  presentImports,
  removeImport,
  removeImportsFrom,
} from '../ingest/import-table.ts';
import { openInput } from '../ingest/input-file.ts';
import { byCodeUnit } from '../ingest/match-files.ts';
import { readingText } from '../ingest/reading-text.ts';
import { recordRange } from '../ingest/record-number.ts';
import type { Source } from '../recipe/recipe.ts';
import { applyCorrections } from '../review/apply-corrections.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import { count } from '../workspace/database.ts';
import { addBehind } from './add-behind.ts';
import { type LoadContext, loadPlanned, openAgain, type Planned } from './load-planned.ts';
import { sha256Of } from './loaded-twin.ts';

/** A file and the way in which it is to be read. */
export interface PlacedFile {
  readonly path: string;
  readonly name: string;
  /** Whether the user decides the reading now; else a file that is loaded already, with the same bytes, stays as it was read. */
  readonly decided: boolean;
  readonly reading: Reading;
  /** The file for which the reading was decided before, null where it is this one. */
  readonly readingFrom: string | null;
  /** The number of the loaded file that is to be read anew; without one it is a file that may be new. */
  readonly of?: number;
}

/** What became of a file that was to be loaded. */
export interface Placed {
  readonly outcome: 'loaded' | 'unchanged';
  /** As it was loaded now; without cells where it stays. */
  readonly header: readonly string[];
  /** Of a file that stays: the name under which it is loaded. */
  readonly as?: string;
}

/**
 * Loads a file into a source, in the place of the one with its name, else in the order of the names; into one that is incremental behind
 * those that are there. Files behind it are loaded anew
 * where their records' order or keys hang on it. The caller holds the transaction and undoes it on a Failure.
 */
export async function placeFile(context: LoadContext, source: Source, placed: PlacedFile): Promise<Placed> {
  if (source.incremental) return addBehind(context, source, placed);
  const { db, cancel } = context;
  const present = presentImports(db, source);
  const same = present.find(({ file }) => file === placed.name);
  // A source whose definition has changed is loaded anew, all of it.
  const anew = present.length > 0 && !isPrepared(db, source);
  const inPlace = !anew && same !== undefined && source.unique.length === 0;
  const at = same ? present.indexOf(same) : placeOf(placed.name, present);
  const others = present.filter((each) => each !== same);
  const before = anew ? others.slice(0, at) : [];
  const behind = inPlace ? [] : others.slice(at);
  const opened: Planned[] = [];
  try {
    for (const each of before) opened.push(openAgain(source, each));
    const own: Planned = {
      source,
      file: openInput(placed.path, placed.name),
      reading: placed.reading,
      readingFrom: placed.readingFrom,
      before: undefined,
      ...(inPlace && same && { importNumber: same.import }),
    };
    opened.push(own);
    if (same && !anew && (await isUnchanged(own, same, placed.decided, cancel))) {
      own.file.assertUnchanged();
      db.prepare('update import set path = ? where import = ?').run(placed.path, same.import);
      return { outcome: 'unchanged', header: [], as: same.file };
    }
    for (const each of behind) opened.push(openAgain(source, each));
    const firstGone = present[at];
    if (!isPrepared(db, source)) prepareSource(db, source);
    else if (inPlace && same) removeImport(db, source, same.import);
    else if (firstGone && !inPlace) removeImportsFrom(db, source, firstGone.import);
    const loaded = await loadPlanned(context, source, opened);
    return { outcome: 'loaded', header: loaded[opened.indexOf(own)]?.header ?? [] };
  } finally {
    for (const { file } of opened) file.close();
  }
}

/** Takes a file out of its source; those behind it are loaded anew where they hold records whose keys it had. */
export async function removeFile(context: LoadContext, source: Source, importNumber: number): Promise<void> {
  const { db } = context;
  const present = presentImports(db, source);
  const [first, last] = recordRange(importNumber);
  const freed = count(
    db,
    `select coalesce(min(record >> 32), 0)
     from fault
     where code = 'duplicate_key' and holder between ? and ? and record > ? and not arisen`,
    first,
    last,
    last,
  );
  const anew = !isPrepared(db, source);
  const others = present.filter((each) => each.import !== importNumber);
  const behind = anew ? others : freed === 0 ? [] : others.filter((each) => each.import >= freed);
  const opened: Planned[] = [];
  try {
    for (const each of behind) opened.push(openAgain(source, each));
    if (anew) prepareSource(db, source);
    else {
      removeImport(db, source, importNumber);
      if (behind.length > 0) removeImportsFrom(db, source, freed);
    }
    if (opened.length > 0) await loadPlanned(context, source, opened);
    else applyCorrections(db, source);
  } finally {
    for (const { file } of opened) file.close();
  }
}

/** Whether a file is what is loaded under its name: the same bytes and, where the user has decided one, the same reading. */
async function isUnchanged(
  { file, reading }: Planned,
  same: PresentImport,
  decided: boolean,
  cancel: CancelFlag,
): Promise<boolean> {
  if (decided && readingText(reading) !== readingText(same.reading)) return false;
  return (await sha256Of(file, cancel)) === same.sha256;
}

function placeOf(name: string, present: readonly PresentImport[]): number {
  const index = present.findIndex(({ file }) => byCodeUnit(file, name) > 0);
  return index === -1 ? present.length : index;
}
