import { isPrepared, type PresentImport, presentImports } from '../ingest/import-table.ts';
import { recordRange } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import { formattedReader } from '../ingest/value-formats.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { dayOf, isBounded, sourcesAsOf } from '../recipe/sources-as-of.ts';
import { importReaders } from '../review/import-reader.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { judgeRejected } from './judge-rejected.ts';
import { type LoadContext, loadAgain } from './load-planned.ts';

/**
 * Has the records of a source judged by the day that the source says, within the caller's transaction. Where that is a later day than before,
 * the quarantine has all that it takes, unless the source has unique keys; else files of which a record would have other faults are loaded
 * again. Throws a Failure where one of these is gone or has changed.
 */
export async function judgeAsOf(context: LoadContext, source: Source): Promise<void> {
  const { db } = context;
  const day = dayOf(source);
  if (day === null || !isPrepared(db, source)) return;
  const present = presentImports(db, source);
  const others = present.filter(({ judgedAsOf }) => judgedAsOf !== day);
  if (others.length === 0) return;
  const places = new Map(importReaders(db, source).map((each) => [each.import, each.places]));
  const affected = others.filter((each) => {
    const file = { ...each, places: places.get(each.import) };
    return isJudgedOtherwise(db, source, file, day);
  });
  const judged = db.prepare<[string, number]>('update import set judged_as_of = ? where import = ?');
  for (const each of others) judged.run(day, each.import);
  // What is accepted of one file decides which keys of the others are free.
  const isKeyed = source.unique.length > 0;
  const isLater = ({ judgedAsOf }: PresentImport) => judgedAsOf !== null && judgedAsOf < day;
  const later = isKeyed ? [] : affected.filter(isLater);
  const again = isKeyed ? present : affected.filter((each) => !isLater(each));
  if (later.length > 0) {
    const numbers = later.map((each) => each.import);
    judgeRejected(db, source, numbers, () => context.cancel.check());
  }
  if (affected.length > later.length) await loadAgain(context, source, again, `judged anew as of ${day}`);
}

/** Has the records of all sources of a recipe judged by an as-of date; see `judgeAsOf`. */
export async function judgeSources(context: LoadContext, recipe: Recipe, asOf: string): Promise<void> {
  for (const source of sourcesAsOf(recipe, asOf).sources) await judgeAsOf(context, source);
}

/** A loaded file with where its columns stand. */
interface PlacedImport extends PresentImport {
  readonly places: ReadonlyMap<string, number> | undefined;
}

/** Whether a date stands in a file, accepted or not, that is right by the one day and not by the other. */
function isJudgedOtherwise(db: ReadableDb, source: Source, file: PlacedImport, day: string): boolean {
  if (file.judgedAsOf === null) return true;
  const between = [file.judgedAsOf, day].sort() as [string, string];
  // What is accepted is never later than the day by which it was judged.
  const isEarlier = day < file.judgedAsOf;
  return (isEarlier && isAccepted(db, source, file, between)) || isRejected(db, source, file, between);
}

function isAccepted(
  db: ReadableDb,
  source: Source,
  file: PresentImport,
  [after, until]: readonly [string, string],
): boolean {
  const names = source.columns.filter(({ type }) => isBounded(type)).map(({ name }) => identifier(name));
  const conditions = names.map((name) => `(${name} > ? and ${name} <= ?)`).join(' or ');
  const found = db.prepare<unknown[]>(
    `select 1 from ${identifier(stagingName(source.name))} where record between ? and ? and (${conditions}) limit 1`,
  );
  const bounds = names.flatMap(() => [after, until]);
  return found.get(...recordRange(file.import), ...bounds) !== undefined;
}

function isRejected(
  db: ReadableDb,
  source: Source,
  file: PlacedImport,
  [after, until]: readonly [string, string],
): boolean {
  const plan = source.columns
    .filter(({ type }) => isBounded(type))
    .map(({ name }) => ({
      place: file.places?.get(name) ?? -1,
      read: formattedReader({ kind: 'date' }, file.reading.formats?.[name]),
    }));
  const isBetween = (text: string | null) => {
    const cells = JSON.parse(text ?? '[]') as readonly string[];
    return plan.some(({ place, read }) => {
      const value = read(cells[place]?.trim() ?? '');
      return typeof value === 'string' && value > after && value <= until;
    });
  };
  const rows = db
    .prepare<[number], [cells: string, corrected: string | null]>(
      'select cells, corrected_cells from quarantine where import = ?',
    )
    .raw();
  for (const [cells, corrected] of rows.iterate(file.import)) {
    if (isBetween(cells) || isBetween(corrected)) return true;
  }
  return false;
}
