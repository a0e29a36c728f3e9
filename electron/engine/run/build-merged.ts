import type { MergedFigures, MergedPartFigures } from '../../contract/reconciliation.ts';
import { Failure } from '../failure.ts';
import type { MergedPart, MergedTable, Recipe } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { createKeyed } from './create-keyed.ts';
import { firstRows } from './first-rows.ts';
import type { Bindings } from './query.ts';
import type { RunTables } from './run-tables.ts';
import { counted, namedTogether } from './words.ts';

/**
 * Joins tables in full. Throws a Failure that names rows where one of a part is lost or stands in several rows, where a row is of no part,
 * and for two rows of a key.
 */
export function buildMerged(
  db: WritableDb,
  recipe: Recipe,
  step: MergedTable,
  tables: RunTables,
  bindings: Bindings,
): MergedFigures {
  createKeyed(db, recipe, step, tables, bindings);
  const of = step.merges.map((part) => partFigures(db, recipe, step, part, tables));
  refuseStrangers(db, recipe, step, tables);
  return {
    table: step.table,
    out: count(db, `select count(*) from ${identifier(tables.table(step.table))}`),
    of: of.map((part, at) => ({ ...part, alone: countAlone(db, step, at, tables) })),
  };
}

/** How the rows of one part stand in the whole; throws a Failure where one does not stand there just once. */
function partFigures(
  db: ReadableDb,
  recipe: Recipe,
  step: MergedTable,
  { table, on }: MergedPart,
  tables: RunTables,
): Omit<MergedPartFigures, 'alone'> {
  const columns = on.map((column) => `asking.${identifier(column)}`).join(', ');
  const by = identifiers(on);
  const isSame = on
    .map((column) => `kept.${identifier(column)} = asking.${identifier(column)}`)
    .join(' and ');
  const standing = `
    from main.${identifier(tables.table(table))} as asking
    left join (
      select ${by}, count(*) as copies from main.${identifier(tables.table(step.table))} group by ${by}
    ) as kept on ${isSame}`;
  const [all = 0, kept = 0, several = 0] =
    db
      .prepare<[], number[]>(`select count(*), count(copies), count(*) filter (where copies > 1) ${standing}`)
      .raw()
      .get() ?? [];
  const refuse = (rows: number, condition: string, what: string, nextStep: string) => {
    if (rows === 0) return;
    const named = firstRows(db, `select ${columns} ${standing} where ${condition} order by ${columns}`);
    throw new Failure(
      `${recipe.text.folder}/${step.query.file}: ${counted(rows, 'row')} of ${table} ${rows === 1 ? 'stands' : 'stand'} in ${what} of the table ${step.table}, such as ${named}.`,
      nextStep,
    );
  };
  refuse(all - kept, 'copies is null', 'no row', 'Use full join, so that each row stays.');
  refuse(several, 'copies > 1', 'several rows', `Join to one row a ${on.join(', ')}.`);
  return { table, on, in: all, kept, lost: all - kept };
}

/** Throws a Failure for rows that are of none of the parts. */
function refuseStrangers(db: ReadableDb, recipe: Recipe, step: MergedTable, tables: RunTables): void {
  const isOfNone = step.merges.map((part) => `not ${standsIn(part, tables)}`).join(' and ');
  const rows = `from main.${identifier(tables.table(step.table))} as merged where ${isOfNone}`;
  const strangers = count(db, `select count(*) ${rows}`);
  if (strangers === 0) return;
  const named = firstRows(db, `select ${identifiers(step.key)} ${rows} order by ${identifiers(step.key)}`);
  const parts = namedTogether(step.merges.map(({ table }) => table));
  throw new Failure(
    `${recipe.text.folder}/${step.query.file}: table ${step.table} has ${counted(strangers, 'row')} of which none of ${parts} has one, such as ${named}.`,
    'Return rows of these tables alone.',
  );
}

/** Rows here that stand in this part and in no other. */
function countAlone(db: ReadableDb, step: MergedTable, at: number, tables: RunTables): number {
  const rows = `main.${identifier(tables.table(step.table))} as merged`;
  return count(db, `select count(*) from ${rows} where ${standsAlone(step, at, tables)}`);
}

/** The condition that a row `merged` of a full join is of this part, by its place, and of no other. */
export function standsAlone({ merges }: MergedTable, at: number, tables: RunTables): string {
  return merges.map((part, other) => (other === at ? '' : 'not ') + standsIn(part, tables)).join(' and ');
}

function standsIn({ table, on }: MergedPart, tables: RunTables): string {
  const isSame = on
    .map((column) => `part.${identifier(column)} = merged.${identifier(column)}`)
    .join(' and ');
  return `exists (select 1 from main.${identifier(tables.table(table))} as part where ${isSame})`;
}
