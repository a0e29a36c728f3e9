import type { ViewOf } from '../../contract/views.ts';
import type { StoredRun } from '../explain/stored-run.ts';
import { Failure } from '../failure.ts';
import { stageRules } from '../recipe/stage-rules.ts';
import { populationStep } from '../recipe/table-source.ts';
import { deliveredKeys } from '../run/delivered-keys.ts';
import { identifier, identifiers, keyValue, literal, type ReadableDb } from '../workspace/database.ts';
import { cellText, tableColumn, workedOutColumn } from './planned-columns.ts';
import { tableColumns } from './run-views.ts';
import { tableKind } from './table-kinds.ts';
import type { Condition, ViewPlan } from './view-plan.ts';

type EntitiesOf = Extract<ViewOf, { kind: 'entities' }>;

/** Entities of a run with what became of them, by what the rules say of them. */
export function entitiesView(db: ReadableDb, run: StoredRun, of: EntitiesOf): ViewPlan {
  return entitiesWhere(db, run, [conditionOf(run, of), ...groupConditions(run, of.group ?? {})]);
}

/** Entities of a run that meet conditions over `entity` (population) and `ledger`. */
export function entitiesWhere(db: ReadableDb, run: StoredRun, where: readonly Condition[]): ViewPlan {
  const { recipe, tables } = run;
  const step = populationStep(recipe);
  const table = tables.table(recipe.population);
  const kindOf = (name: string) => tableKind(recipe, step, name);
  const others = tableColumns(db, table, 'row', kindOf).filter(({ name }) => !recipe.key.includes(name));
  const names = new Set([...recipe.key, ...others.map(({ name }) => name)]);
  const own = (name: string) => (names.has(name) ? `${name}_in_the_ledger` : name);
  const titles = recipe.rules.map(({ title, reasons }, position) => {
    // A reason that stands in the data says more than the rule's title.
    const named = 'sql' in reasons ? 'ledger.reason' : literal(title);
    return `when ${position} then ${named}`;
  });
  const title =
    titles.length > 0 ? `case ledger.rule ${titles.join(' ')} else 'Delivered' end` : "'Delivered'";
  const columns = [
    ...recipe.key.map((name) => tableColumn('entity', name, kindOf(name))),
    workedOutColumn(own('outcome'), 'Outcome', 'text', title),
    workedOutColumn(own('detail'), 'Detail', 'text', 'ledger.detail'),
    workedOutColumn(own('also'), 'Also', 'text', 'ledger.mask', (value) => {
      return typeof value === 'bigint' ? cellText(alsoExcludedBy(run, value), 'text') : null;
    }),
    ...others,
  ];
  const on = recipe.key.map((name) => `row.${identifier(name)} = entity.${identifier(name)}`).join(' and ');
  return {
    from: `main.${identifier(tables.population)} as entity
      join main.${identifier(tables.ledger)} as ledger on ledger.entity = entity.entity
      left join main.${identifier(table)} as row on ${on}`,
    ids: ['entity.entity'],
    where,
    order: 'entity.entity',
    columns,
    key: recipe.key.map((_, index) => index),
  };
}

/** Only the entities of a group, as texts name it; throws a Failure for columns that the recipe does not group by. */
function groupConditions(
  { recipe }: StoredRun,
  group: Readonly<Record<string, string>>,
): readonly Condition[] {
  return Object.entries(group).map(([name, text]) => {
    if (recipe.by?.columns.includes(name)) {
      // As the figures have it: the value's text, be it one or a whole number.
      return {
        sql: `entity.${identifier(name)} in (?, cast(? as integer)) and cast(entity.${identifier(name)} as text) = ?`,
        values: [text, text, text],
      };
    }
    throw new Failure(`The run is not grouped by ${name}.`, 'Look at the run anew.');
  });
}

/** The titles of the rules in a mask but the first, or null. */
function alsoExcludedBy({ recipe }: StoredRun, mask: bigint): string | null {
  const titles = recipe.rules.flatMap(({ title }, position) =>
    ((mask >> BigInt(position)) & 1n) === 1n ? [title] : [],
  );
  return titles.length > 1 ? titles.slice(1).join(', ') : null;
}

function conditionOf(run: StoredRun, { which, stage, reason }: EntitiesOf): Condition {
  const { recipe } = run;
  const key = identifiers(recipe.key);
  const delivered = deliveredKeys(run);
  const isDelivered = `(${identifiers(recipe.key, 'entity')}) in (${delivered})`;
  // As one value: of a key of several columns SQLite would read the whole list, and where that has a null it would know of nobody.
  const notDelivered = `${keyValue(recipe.key, 'entity')} not in (select ${keyValue(recipe.key)} from (${delivered}))`;
  switch (which) {
    case 'entered':
      return { sql: 'true', values: [] };
    case 'delivered':
      return { sql: isDelivered, values: [] };
    case 'missing':
      return { sql: `ledger.mask = 0 and ${notDelivered}`, values: [] };
    case 'contradictory':
      return { sql: `ledger.mask <> 0 and ${isDelivered}`, values: [] };
    case 'duplicated': {
      const twice = `select ${key} from (${delivered}) group by ${key} having count(*) > 1`;
      return { sql: `(${identifiers(recipe.key, 'entity')}) in (${twice})`, values: [] };
    }
    case 'dropped':
      if (stage === undefined) return { sql: 'ledger.rule is not null', values: [] };
      return ofStage(run, which, stage, reason);
    case 'in':
    case 'out':
    case 'any':
    case 'only':
      return ofStage(run, which, stage, reason);
  }
}

function ofStage(
  { recipe, tables }: StoredRun,
  which: 'in' | 'out' | 'dropped' | 'any' | 'only',
  stage: string | undefined,
  reason: string | undefined,
): Condition {
  const own = stageRules(recipe).find((each) => each.stage === stage);
  if (!own) throw new Failure(`The recipe has no stage ${stage ?? ''}.`, 'Look at the run anew.');
  const { first } = own;
  const last = first + own.rules.length - 1;
  const positions = own.rules.map((_, index) => first + index);
  const hasReason = reason === undefined ? '' : ' and reason = ?';
  const values = reason === undefined ? [] : [reason];
  switch (which) {
    case 'in':
      return { sql: `(ledger.rule is null or ledger.rule >= ${first})`, values: [] };
    case 'out':
      return { sql: `(ledger.rule is null or ledger.rule > ${last})`, values: [] };
    case 'dropped':
      return {
        sql: `ledger.rule between ${first} and ${last}${hasReason && ' and ledger.reason = ?'}`,
        values,
      };
    case 'any':
      return {
        sql: `entity.entity in (select entity from main.${identifier(tables.verdict)} where rule between ${first} and ${last}${hasReason})`,
        values,
      };
    case 'only': {
      const masks = positions.map((position) => String(1n << BigInt(position)));
      return { sql: `ledger.mask in (${masks.join(', ')})${hasReason && ' and ledger.reason = ?'}`, values };
    }
  }
}
