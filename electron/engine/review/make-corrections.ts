import type { Code } from '../../contract/codes.ts';
import type { CorrectionResult } from '../../contract/quarantine.ts';
import type { QuarantineFilter } from '../../contract/views.ts';
import { Failure } from '../failure.ts';
import { headerOf } from '../ingest/column-headers.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { count, type WritableDb } from '../workspace/database.ts';
import { Act } from './act.ts';
import { countAlike, type FaultyText } from './alike.ts';
import { type FoundRecord, findRecord } from './find-record.ts';
import { importReaders } from './import-reader.ts';
import { quarantineCondition } from './quarantine-filter.ts';

/** What an act works with, within the caller's transaction; `check` throws to stop the work. */
export interface ActContext {
  readonly db: WritableDb;
  readonly recipe: Recipe;
  readonly check: () => void;
}

/**
 * Writes another text into a column of a record, or of all open records of its source with the same fault and the same text. Throws a
 * Failure when the record is not there any more, is set aside, or has no such cell or fault.
 */
export function correct(
  context: ActContext,
  { record, column, text, all }: { record: bigint; column: string; text: string; all: boolean },
): CorrectionResult {
  const found = changeable(context, record);
  const { file, source } = found;
  const place = file.places.get(column);
  if (place === undefined) {
    throw new Failure(
      `${file.file} has no column ${headerOf(source, column)}.`,
      'Correct it in another column, or read the file in another way.',
    );
  }
  if (found.faults.some((fault) => fault.column === null)) {
    throw new Failure(
      `The fields of line ${found.line} of ${file.file} do not stand under the header.`,
      'Write all fields of the record anew.',
    );
  }
  const current = (found.correctedCells ?? found.cells)[place]?.trim() ?? '';
  const code = found.faults.find((fault) => fault.column === column)?.code ?? null;
  if (!all) {
    const original = found.rewritten ? current : (found.cells[place]?.trim() ?? '');
    const act = new Act(context);
    act.add({
      kind: 'cell',
      source,
      ...file,
      line: found.line,
      column,
      code,
      oldText: original,
      newText: text,
    });
    return act.apply();
  }
  if (code === null) {
    throw new Failure(
      `Line ${found.line} of ${file.file} has no fault in ${headerOf(source, column)}.`,
      'Correct this record alone.',
    );
  }
  return correctAlike(context, { source: source.name, column, code, oldText: current }, text);
}

/** Writes another text into the column of all open records of a class. Throws a Failure when there are none. */
export function correctAlike(context: ActContext, alike: FaultyText, newText: string): CorrectionResult {
  const { db, recipe } = context;
  const source = sourceOf(recipe, alike.source);
  const { column, oldText } = alike;
  const code = alike.code as Code;
  const withText = new Set(countAlike(db, recipe, alike).map((each) => each.import));
  const files = importReaders(db, source).filter((each) => withText.has(each.import));
  if (files.length === 0) {
    throw new Failure(
      `No open record of ${source.name} has this text in ${headerOf(source, column)} any more.`,
      'Look at the quarantine again.',
    );
  }
  const act = new Act(context);
  // A file that is loaded twice has its correction once.
  for (const file of new Map(files.map((each) => [each.sha256, each])).values())
    act.add({ kind: 'cell', source, ...file, line: null, column, code, oldText, newText });
  return act.apply();
}

/** Writes all cells of a record anew. Throws a Failure when they are not as many as the header has. */
export function correctRecord(
  context: ActContext,
  { record, cells }: { readonly record: bigint; readonly cells: readonly string[] },
): CorrectionResult {
  const { file, source, line, cells: original } = changeable(context, record);
  if (cells.length !== file.header.length) {
    throw new Failure(
      `${file.file} has ${file.header.length} columns; ${cells.length} fields were given for line ${line}.`,
      'Give one field for each column of the file.',
    );
  }
  const act = new Act(context);
  act.add({
    kind: 'record',
    source,
    ...file,
    line,
    oldText: JSON.stringify(original),
    newText: JSON.stringify(cells),
  });
  return act.apply();
}

/** Marks open records as looked at and left out. Throws a Failure when none of them is open. */
export function setAside(
  context: ActContext,
  { records, note }: { readonly records: readonly string[] | QuarantineFilter; readonly note: string },
): CorrectionResult {
  const condition = Array.isArray(records)
    ? {
        sql: 'quarantine.record in (select cast(value as integer) from json_each(?))',
        values: [JSON.stringify(records)],
      }
    : quarantineCondition(records as QuarantineFilter);
  const act = new Act(context);
  act.addAside(condition, note);
  return act.apply();
}

/** Switches all corrections of an act off or on. Throws a Failure when there is no such act. */
export function switchAct(
  context: ActContext,
  { act, active }: { readonly act: number; readonly active: boolean },
): CorrectionResult {
  const { db } = context;
  if (count(db, 'select count(*) from correction where act = ?', act) === 0)
    throw new Failure(`There is no act ${act} in this workspace.`, 'Look at the corrections again.');
  const present = new Act(context, act);
  db.prepare('update correction set active = ? where act = ?').run(active ? 1n : 0n, act);
  return present.apply();
}

/** The source of that name. Throws a Failure when the recipe has none. */
export function sourceOf({ sources }: Recipe, name: string): Source {
  const source = sources.find((each) => each.name === name);
  if (!source) throw new Failure(`The recipe has no source ${name}.`, 'Choose another source.');
  return source;
}

function changeable({ db, recipe }: ActContext, record: bigint): FoundRecord {
  const found = findRecord(db, recipe, record);
  if (found.state !== 'set aside') return found;
  throw new Failure(`Line ${found.line} of ${found.file.file} is set aside.`, 'Restore it first.');
}
