import type { Outcome } from '../../contract/reconciliation.ts';
import type { RunDetail } from '../../contract/runs.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { count, identifier, type ReadableDb } from '../workspace/database.ts';
import type { RunTables } from './run-tables.ts';

/** The outputs of a run that deliver, each with its rows; a single one has what was delivered, and is not counted again. */
export function deliveriesOf(
  db: ReadableDb,
  { recipe, tables }: { readonly recipe: Recipe; readonly tables: RunTables },
  { delivered }: Outcome,
): RunDetail['deliveries'] {
  const names = recipe.outputs.filter(({ delivers }) => delivers).map(({ name }) => name);
  return names.map((output) => {
    const rows = () => count(db, `select count(*) from main.${identifier(tables.output(output))}`);
    return { output, rows: names.length === 1 ? delivered : rows() };
  });
}
