import { Failure } from '../failure.ts';
import type { Output, OutputColumn, Recipe } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { type ColumnKind, columnKind, TEXT } from './column-kind.ts';
import type { Cell } from './csv-writer.ts';
import { hashed } from './hashed.ts';
import { outputCell } from './output-file.ts';

/** A column that somebody asks for. */
export interface ChosenColumn {
  readonly name: string;
  readonly hashed: boolean;
}

/** A column as it is exported. */
export interface ExportedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** What is exported, whatever the format: values are exact texts as the CSV file of a run has them, null where there is none. */
export interface ExportedTable {
  readonly name: string;
  readonly columns: readonly ExportedColumn[];
  /** How many rows there are. */
  readonly count: number;
  /** In the order of the output; to be read once. */
  readonly rows: Iterable<readonly (string | null)[]>;
}

/** Hears how many rows are done, before each thousandth; throws to stop the work. */
export type OnRows = (done: number, of: number) => void;

const ROWS_A_CHECK = 1000;

/** The chosen columns of an output of a run, in the order asked for; throws a Failure for one that it has not, or twice. */
export function exportedTable(
  db: ReadableDb,
  recipe: Recipe,
  output: Output,
  table: string,
  chosen: readonly ChosenColumn[],
  onRows: OnRows,
): ExportedTable {
  const columns = chosenColumns(output, chosen);
  const total = count(db, `select count(*) from ${identifier(table)}`);
  const exported = columns.map(({ column, hashed }) => {
    onRows(0, total);
    const isText = hashed || isFixedText(output, column);
    return { name: column.name, kind: isText ? TEXT : columnKind(db, recipe, table, column) };
  });
  const names = columns.map(({ name }) => name);
  const rows = db
    .prepare<[], Cell[]>(`select ${identifiers(names)} from ${identifier(table)} order by rowid`)
    .raw()
    .safeIntegers();
  const where = `${recipe.text.folder}/${output.query.file}`;
  function* texts(): Iterable<readonly (string | null)[]> {
    let done = 0;
    for (const row of rows.iterate()) {
      if (done++ % ROWS_A_CHECK === 0) onRows(done - 1, total);
      yield columns.map(({ column, hashed: isHashed }, index) => {
        const text = exactText(row[index] ?? null, column, where);
        return isHashed ? hashed(text) : text;
      });
    }
  }
  return { name: output.name, columns: exported, count: total, rows: texts() };
}

/** Where every run writes a typed file, a column is of one kind whatever today's values are. */
function isFixedText({ also }: Output, { format }: OutputColumn): boolean {
  return also.includes('parquet') && format.kind === 'plain';
}

/** The output of a run by its name; throws a Failure for one that it has not. */
export function outputOf({ outputs }: Recipe, run: number, name: string): Output {
  const output = outputs.find((each) => each.name === name);
  if (!output) throw new Failure(`Run ${run} has no output ${name}.`, 'Choose another.');
  return output;
}

/** The chosen columns as the output has them, in the order asked for; throws a Failure for one that it has not, or twice. */
export function chosenColumns(
  output: Output,
  chosen: readonly ChosenColumn[],
): readonly (ChosenColumn & { readonly column: OutputColumn })[] {
  return chosen.map((each, index) => {
    const first = chosen.findIndex(({ name }) => name === each.name);
    if (first !== index) throw new Failure(`The column ${each.name} is chosen twice.`, 'Choose it once.');
    return { ...each, column: columnOf(output, each.name) };
  });
}

function columnOf({ file, columns }: Output, name: string): OutputColumn {
  const column = columns.find((each) => each.name === name);
  if (!column) throw new Failure(`${file} has no column ${name}.`, 'Choose among its columns.');
  return column;
}

function exactText(value: Cell, column: OutputColumn, where: string): string | null {
  const cell = outputCell(value, column, where);
  return cell === null ? null : String(cell);
}
