import type { GroupFigures, Outcome } from '../../contract/reconciliation.ts';
import type { Grouping, Recipe } from '../recipe/recipe.ts';
import { count, identifier, identifiers, type WritableDb } from '../workspace/database.ts';
import { deliveredKeys } from './delivered-keys.ts';
import type { RunTables } from './run-tables.ts';
import { type EntityRange, stageFigures } from './stage-figures.ts';

/** The fate of a population, of all and by group. */
export interface Outcomes {
  readonly outcome: Outcome;
  readonly by: readonly GroupFigures[] | undefined;
}

/** Counts the fate of the population by sets of keys, from the written tables; `reasons` are those of each rule. */
export function outcomesOf(
  db: WritableDb,
  recipe: Recipe,
  tables: RunTables,
  reasons: readonly (readonly string[])[],
): Outcomes {
  const population = identifier(tables.population);
  const columns = identifiers(recipe.key);
  const key = identifiers(recipe.key, 'delivered');
  const group = recipe.by?.columns ?? [];
  const groups = group.map((column, at) => `delivered.${identifier(column)} as group_${at}, `).join('');
  // No table of a recipe has a name that begins with run_.
  db.exec(`
    create temp table run_delivery as
    select ${groups}population.entity as entity, count(*) as copies
    from (${deliveredKeys({ recipe, tables })}) as delivered
    left join ${population} as population using (${columns})
    group by ${key};
    create index temp.run_delivery_by_entity on run_delivery (entity);
  `);
  try {
    const outcome = outcomeWithin(db, tables, EVERYBODY);
    const by =
      recipe.by &&
      groupsOf(db, recipe.by, tables).map(({ values, first, last }): GroupFigures => {
        return {
          ...Object.fromEntries(group.map((column, at) => [column, String(values[at])])),
          stages: stageFigures(db, recipe, tables, reasons, { first, last }),
          outcome: outcomeWithin(db, tables, {
            range: `entity between ${first} and ${last}`,
            strangers: ['entity is null', ...group.map((_, at) => `group_${at} is ?`)].join(' and '),
            values,
          }),
        };
      });
    return { outcome, by };
  } finally {
    db.exec('drop table temp.run_delivery');
  }
}

type GroupValue = string | bigint | null;

interface Group extends EntityRange {
  readonly values: readonly GroupValue[];
}

/** The groups in order, each with the range of its entities: these are numbered in the order of the key, of which a group is the beginning. */
function groupsOf(db: WritableDb, { columns, table }: Grouping, tables: RunTables): readonly Group[] {
  // Under names of our own, as a column of the recipe may be called first.
  const own = columns.map((column, at) => `${identifier(column)} as group_${at}`).join(', ');
  const names = columns.map((_, at) => `group_${at}`).join(', ');
  const population = identifier(tables.population);
  return db
    .prepare<[], (string | bigint | null)[]>(
      `select ${names}, first, last
       from (
         select ${own} from ${identifier(table)} union select ${own} from ${population}
       ) as every_group
       left join (
         select ${own}, min(entity) as first, max(entity) as last from ${population} group by ${identifiers(columns)}
       ) as range using (${names})
       order by ${names}`,
    )
    .raw()
    .safeIntegers()
    .all()
    .map((row) => {
      const [first, last] = row.slice(columns.length).map((value) => (value === null ? null : Number(value)));
      return { values: row.slice(0, columns.length), first: first ?? null, last: last ?? null };
    });
}

/** Whose fate is counted: entities by a condition, and delivered keys that are none of the population by another. */
interface Within {
  readonly range: string;
  readonly strangers: string;
  readonly values: readonly GroupValue[];
}

const EVERYBODY: Within = { range: 'true', strangers: 'entity is null', values: [] };

function outcomeWithin(db: WritableDb, tables: RunTables, { range, strangers, values }: Within): Outcome {
  const population = identifier(tables.population);
  const dropped = `select entity from ${identifier(tables.ledger)} where mask <> 0 and ${range}`;
  const delivered = `select entity from run_delivery where entity is not null and ${range}`;
  const strangersWith = (condition: string) =>
    db
      .prepare<unknown[], number>(`select count(*) from run_delivery where ${strangers} and ${condition}`)
      .pluck()
      .get(...values) ?? 0;
  const unknown = strangersWith('true');
  return {
    entered: count(db, `select count(*) from ${population} where ${range}`),
    delivered: unknown + count(db, `select count(*) from (${delivered})`),
    dropped: count(db, `select count(*) from (${dropped})`),
    missing: count(
      db,
      `select count(*) from ${population}
       where ${range} and entity not in (${delivered}) and entity not in (${dropped})`,
    ),
    duplicated:
      strangersWith('copies > 1') +
      count(db, `select count(*) from run_delivery where copies > 1 and entity is not null and ${range}`),
    contradictory: count(db, `select count(*) from (${delivered}) where entity in (${dropped})`),
    unexplained:
      unknown +
      count(db, `select count(*) from (${dropped}) where entity not in (select entity from ${population})`),
  };
}
