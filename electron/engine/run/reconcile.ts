import type { Outcome, Reconciliation, SourceFigures } from '../../contract/reconciliation.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type ReadableDb, type WritableDb } from '../workspace/database.ts';
import { imbalancesOf } from './imbalances.ts';
import type { RunTables } from './run-tables.ts';

/** A source's figures, from its imports and its quarantine. */
export function sourceFigures(db: ReadableDb, source: Source): SourceFigures {
  const imports = db
    .prepare<[string], { file: string; read: number; accepted: number; rejected: number }>(
      'select file, read, accepted, rejected from import where source = ? order by import',
    )
    .all(source.name);
  const codes = db
    .prepare<[string], [code: string, records: number]>(
      `select coalesce(column_name || ':', '') || code as full_code, count(distinct record)
       from fault
       join quarantine using (record)
       join import using (import)
       where source = ? and not lifted and state <> 'corrected'
       group by full_code
       order by full_code`,
    )
    .raw()
    .all(source.name);
  const total = (figure: 'read' | 'accepted' | 'rejected') =>
    imports.reduce((sum, row) => sum + row[figure], 0);
  return {
    source: source.name,
    files: imports.map(({ file }) => file),
    read: total('read'),
    accepted: total('accepted'),
    rejected: total('rejected'),
    codes: Object.fromEntries(codes),
  };
}

/** The fate of the population, by sets of keys from the written tables. */
export function outcomeOf(db: WritableDb, recipe: Recipe, tables: RunTables): Outcome {
  const output = recipe.outputs.find(({ delivers }) => delivers);
  const population = identifier(tables.population);
  const key = identifiers(recipe.key, 'delivered');
  const written = output
    ? identifier(tables.output(output.name))
    : `(select ${identifiers(recipe.key)} from ${population} where false)`;
  // No table of a recipe has a name that begins with run_.
  db.exec(`
    create temp table run_delivery as
    select population.entity as entity, count(*) as copies
    from ${written} as delivered
    left join ${population} as population using (${identifiers(recipe.key)})
    group by ${key};
    create index temp.run_delivery_by_entity on run_delivery (entity);
    create temp view run_dropped as select entity from main.${identifier(tables.ledger)} where mask <> 0;
  `);
  const outcome = {
    entered: count(db, `select count(*) from ${population}`),
    delivered: count(db, 'select count(*) from run_delivery'),
    dropped: count(db, 'select count(*) from run_dropped'),
    missing: count(
      db,
      `select count(*) from ${population}
       where entity not in (select entity from run_delivery where entity is not null)
         and entity not in (select entity from run_dropped)`,
    ),
    duplicated: count(db, 'select count(*) from run_delivery where copies > 1'),
    contradictory: count(
      db,
      'select count(*) from run_delivery where entity in (select entity from run_dropped)',
    ),
    unexplained:
      count(db, 'select count(*) from run_delivery where entity is null') +
      count(db, `select count(*) from run_dropped where entity not in (select entity from ${population})`),
  };
  db.exec('drop view temp.run_dropped; drop table temp.run_delivery');
  return outcome;
}

/** Whether every sum of a reconciliation holds. */
export function isBalanced(figures: Omit<Reconciliation, 'balanced'>): boolean {
  return imbalancesOf(figures).length === 0;
}
