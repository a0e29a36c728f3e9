import type { Code } from '../../contract/codes.ts';
import type { QuarantineFilter } from '../../contract/views.ts';
import { FOR_SUPPLIER, type RejectedRow, rejectedTable } from '../export/rejected-file.ts';
import { writeCsvWhole } from '../export/write-whole.ts';
import { besideHeaders, headerOf, reasonCodes } from '../ingest/column-headers.ts';
import { reasonOf } from '../ingest/reasons.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { sourceOf } from './make-corrections.ts';
import { quarantineCondition } from './quarantine-filter.ts';

/** A file for whoever delivered a source: where it goes, and which rejected records it holds. */
export interface SupplierFile {
  readonly path: string;
  readonly source: string;
  readonly filter: QuarantineFilter;
}

/**
 * Writes rejected records with their original cells and all that was wrong with them in the file, in codes and in plain words, whole or not
 * at all; returns how many. Throws a Failure when the place cannot be written to. `check` throws to stop the work.
 */
export async function writeSupplierFile(
  db: ReadableDb,
  recipe: Recipe,
  { path, source: name, filter }: SupplierFile,
  check: () => void,
): Promise<number> {
  const source = sourceOf(recipe, name);
  const { sql, values } = quarantineCondition({ ...filter, source: name });
  const records = db
    .prepare<(string | number | bigint)[], RejectedRow>(
      `select quarantine.record, quarantine.cells, (
         select group_concat(coalesce(column_name || ':', '') || code, '|' order by position)
         from fault
         where fault.record = quarantine.record and not arisen
       )
       from quarantine join import using (import)
       where ${sql}
       order by quarantine.record`,
    )
    .raw()
    .safeIntegers();
  const words = { names: FOR_SUPPLIER, cells: withWords(source) };
  const { header, rows } = rejectedTable(db, source, words, () => checked(records.iterate(...values), check));
  return writeCsvWhole(path, header, rows);
}

function withWords(source: Source) {
  const conditions = new Map(
    source.columns.map(({ name, beside }) => [name, beside && besideHeaders(source, beside)]),
  );
  return (codes: string, file: string, line: number) => {
    const sentences = codes.split('|').map((each) => {
      const [code = '', column] = each.split(':').reverse();
      const { sentence, whatToDo } = reasonOf(code as Code, conditions.get(column ?? ''));
      return `${column === undefined ? '' : `${headerOf(source, column)}: `}${sentence} ${whatToDo}`;
    });
    return [reasonCodes(source, codes).join('|'), sentences.join(' '), file, line];
  };
}

function* checked<Row>(rows: Iterable<Row>, check: () => void): Iterable<Row> {
  for (const row of rows) {
    check();
    yield row;
  }
}
