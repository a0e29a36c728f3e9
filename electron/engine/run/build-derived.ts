import type { DerivedFigures } from '../../contract/reconciliation.ts';
import { Failure } from '../failure.ts';
import type { DerivedTable, Recipe } from '../recipe/recipe.ts';
import { ofKey } from '../recipe/table-source.ts';
import { count, identifier, identifiers, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { createKeyed } from './create-keyed.ts';
import { firstRows } from './first-rows.ts';
import { measureJoins } from './measure-joins.ts';
import type { Bindings } from './query.ts';
import type { RunTables } from './run-tables.ts';
import { counted } from './words.ts';

/**
 * Derives a table from the rows of another. Its joins are measured before; throws a Failure for a join that would multiply rows, for two
 * rows of a key, and where each row is to have exactly one and has none or several.
 */
export function buildDerived(
  db: WritableDb,
  recipe: Recipe,
  step: DerivedTable,
  tables: RunTables,
  bindings: Bindings,
): DerivedFigures {
  const joins = measureJoins(db, recipe, step);
  createKeyed(db, recipe, step, tables, bindings);
  const { partners, ...found } =
    step.rows === 'group' ? groupFigures(db, step, tables) : keptFigures(db, recipe, step, tables);
  const figures = { ...found, joins };
  if (step.rows !== 'any') {
    if (figures.left_out > 0) throw lost(db, recipe, step, tables, figures.left_out);
    if (figures.out > partners) throw added(db, recipe, step, tables, figures.out - partners);
  }
  return figures;
}

/** What is counted of a derived table's rows; `partners` are those keys of both tables by which rows stand on both sides. */
type Kept = Omit<DerivedFigures, 'joins'> & { readonly partners: number };

/** Counts the rows of the other table by the groups to which they belong. */
function groupFigures(db: ReadableDb, step: DerivedTable, tables: RunTables): Kept {
  const own = identifier(tables.table(step.table));
  const key = identifiers(step.key);
  const first = `kept.${identifier(step.key[0] ?? '')}`;
  const isSame = step.key.map((column) => `kept.${identifier(column)} = asking.${identifier(column)}`);
  // The count first: so it is meant by its name, also where a column of the key is called copies.
  const groups = `select count(*) as copies, ${key} from ${identifier(tables.table(step.of))} group by ${key}`;
  const [partners = 0, kept = 0, leftOut = 0, all = 0] =
    db
      .prepare<[], number[]>(
        `select count(${first}), coalesce(sum(copies) filter (where ${first} is not null), 0),
           coalesce(sum(copies) filter (where ${first} is null), 0), coalesce(sum(copies), 0)
         from (${groups}) as asking
         left join ${own} as kept on ${isSame.join(' and ')}`,
      )
      .raw()
      .get() ?? [];
  const out = count(db, `select count(*) from ${own}`);
  return { table: step.table, of: step.of, in: all, kept, left_out: leftOut, out, partners };
}

function keptFigures(db: ReadableDb, recipe: Recipe, step: DerivedTable, tables: RunTables): Kept {
  const own = identifier(tables.table(step.table));
  const key = ofKey(recipe, step);
  const [first = ''] = key;
  // A left join, not `in`: see measure-joins.ts. Where both have the same key, its index serves.
  const kept = key.join() === step.key.join() ? own : `(select distinct ${identifiers(key)} from ${own})`;
  const isSame = key.map((column) => `kept.${identifier(column)} = asking.${identifier(column)}`);
  const found = `kept.${identifier(first)}`;
  const [keptRows = 0, leftOut = 0, all = 0] =
    db
      .prepare<[], number[]>(
        `select count(${found}), count(*) filter (where ${found} is null), count(*)
         from ${identifier(tables.table(step.of))} as asking
         left join ${kept} as kept on ${isSame.join(' and ')}`,
      )
      .raw()
      .get() ?? [];
  return {
    table: step.table,
    of: step.of,
    in: all,
    kept: keptRows,
    left_out: leftOut,
    out: count(db, `select count(*) from ${own}`),
    // Where each row has one here, both have the same key, by which each is there once.
    partners: keptRows,
  };
}

function lost(
  db: ReadableDb,
  recipe: Recipe,
  step: DerivedTable,
  tables: RunTables,
  leftOut: number,
): Failure {
  const named = onlyIn(db, tables.table(step.of), tables.table(step.table), step.key);
  return new Failure(
    `${recipe.text.folder}/${step.query.file}: table ${step.table} has no row for ${counted(leftOut, 'row')} of ${step.of}, such as ${named}.`,
    'Use left join, so that each row stays, or say rows: any in recipe.yaml.',
  );
}

function added(db: ReadableDb, recipe: Recipe, step: DerivedTable, tables: RunTables, more: number): Failure {
  const named = onlyIn(db, tables.table(step.table), tables.table(step.of), step.key);
  return new Failure(
    `${recipe.text.folder}/${step.query.file}: table ${step.table} has ${counted(more, 'row')} of which ${step.of} has none, such as ${named}.`,
    `Return rows of ${step.of} alone, or say rows: any in recipe.yaml.`,
  );
}

/** The first keys that stand in one table and not in another. */
function onlyIn(db: ReadableDb, table: string, other: string, columns: readonly string[]): string {
  const key = identifiers(columns);
  return firstRows(
    db,
    `select ${key} from main.${identifier(table)} except select ${key} from main.${identifier(other)} order by ${key}`,
  );
}
