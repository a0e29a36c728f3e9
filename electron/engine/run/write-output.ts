import type { ControlFigures } from '../../contract/reconciliation.ts';
import { Failure } from '../failure.ts';
import { decimalText } from '../ingest/decimal-text.ts';
import type { Control, Output, Recipe } from '../recipe/recipe.ts';
import { exposeTable, identifier, identifiers, type WritableDb } from '../workspace/database.ts';
import { type Bindings, columnsOf, explainQueryError, runEmbedded, selectRows } from './query.ts';
import type { RunTables } from './run-tables.ts';

/** Writes the rows of an output to a table, in the order of its query; controls see it by its bare name. */
export function writeOutput(
  db: WritableDb,
  recipe: Recipe,
  output: Output,
  tables: RunTables,
  bindings: Bindings,
): void {
  const columns = columnsOf(db, output.query);
  const name = tables.output(output.name);
  db.exec(
    `create table ${identifier(name)} (${columns.map((column) => `${identifier(column)} any`).join(', ')}) strict`,
  );
  const insert = `insert into ${identifier(name)} (${identifiers(columns)})\n${output.query.sql}`;
  runEmbedded(db, recipe, output.query, insert, bindings);
  exposeTable(db, output.name, name);
}

/** Compares a control's two sums; throws a Failure when they are not two whole numbers, of ten-thousandths where it does not count. */
export function checkControl(
  db: WritableDb,
  recipe: Recipe,
  control: Control,
  bindings: Bindings,
): ControlFigures {
  const rows = readControl(db, recipe, control, bindings);
  const [row] = rows;
  if (rows.length !== 1 || typeof row?.left !== 'bigint' || typeof row.right !== 'bigint') {
    throw new Failure(
      `${recipe.text.folder}/${control.query.file}: a control returns one row with whole numbers${control.counts ? '' : ' of ten-thousandths'}, left and right.`,
      'Correct the query.',
    );
  }
  return {
    control: control.control,
    left: sumText(row.left, control),
    right: sumText(row.right, control),
    ok: row.left === row.right,
  };
}

function sumText(sum: bigint, { counts }: Control): string {
  return counts ? `${sum}.00` : decimalText(sum, 2);
}

function readControl(db: WritableDb, recipe: Recipe, { query }: Control, bindings: Bindings) {
  try {
    return selectRows<{ left: unknown; right: unknown }>(db, query.sql).all(bindings);
  } catch (error) {
    throw explainQueryError(error, recipe, query);
  }
}
