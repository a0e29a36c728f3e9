import type { RunComparison } from '../../contract/runs.ts';
import { Failure } from '../failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { deliveredKeys } from '../run/delivered-keys.ts';
import { runRecord, runSummary } from '../run/run-record.ts';
import type { RunTables } from '../run/run-tables.ts';
import { namedTogether } from '../run/words.ts';
import { count, identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import { outcomeTitle } from './outcome-words.ts';
import { runCauses } from './run-causes.ts';
import { storedRun } from './stored-run.ts';

/** A run as far as its tables are asked for whom it delivered. */
export interface RunPlace {
  readonly recipe: Recipe;
  readonly tables: RunTables;
}

/** Who differs between two runs: who `came` is delivered by the later alone, who `left` by the earlier alone. */
export type Difference = 'came' | 'left';

/**
 * The keys of the entities that came or left from one run to another, each once, by the outputs that deliver: an SQL query over main
 * tables that returns the key's columns. Throws a Failure when the runs name their entities by different keys.
 */
export function differenceSql(from: RunPlace, to: RunPlace, which: Difference): string {
  refuseOtherKeys(from, to);
  const [those, without] = which === 'came' ? [to, from] : [from, to];
  return `select * from (${deliveredKeys(those)}) except select * from (${deliveredKeys(without)})`;
}

/** Compares two runs: who came, who left, and why. Throws a Failure when the workspace has not both, or they have other keys. */
export function compareRuns(db: ReadableDb, from: number, to: number): RunComparison {
  const [earlier, later] = [storedRun(db, from), storedRun(db, to)];
  const [recordFrom, recordTo] = [runRecord(db, from), runRecord(db, to)];
  const [came, left] = [differenceSql(earlier, later, 'came'), differenceSql(earlier, later, 'left')];
  const stayed = `select * from (${deliveredKeys(earlier)}) intersect select * from (${deliveredKeys(later)})`;
  return {
    from: runSummary(recordFrom),
    to: runSummary(recordTo),
    came: count(db, `select count(*) from (${came})`),
    left: count(db, `select count(*) from (${left})`),
    stayed: count(db, `select count(*) from (${stayed})`),
    causes: runCauses(db, recordFrom, recordTo, later.recipe),
    leftBy: reasonsIn(db, left, later),
    cameBy: reasonsIn(db, came, earlier),
  };
}

function refuseOtherKeys(from: RunPlace, to: RunPlace): void {
  const [one, other] = [from.recipe.key, to.recipe.key];
  if (one.join() === other.join()) return;
  throw new Failure(
    `Run ${from.tables.run} names a ${from.recipe.entity} by ${namedTogether(one)}, run ${to.tables.run} by ${namedTogether(other)}.`,
    'Choose two runs with the same key.',
  );
}

/** Why a run does not deliver these keys: by the rule that drops them first, most first. */
function reasonsIn(db: ReadableDb, keysSql: string, { recipe, tables }: RunPlace): RunComparison['leftBy'] {
  const rows = db
    .prepare<[], [entered: number, rule: number | null, reason: string | null, entities: number]>(
      `select population.entity is not null as entered, ledger.rule as rule, ledger.reason as reason, count(*) as entities
       from (${keysSql}) as gone
       left join main.${identifier(tables.population)} as population using (${identifiers(recipe.key)})
       left join main.${identifier(tables.ledger)} as ledger on ledger.entity = population.entity
       group by entered, ledger.rule, ledger.reason
       order by entities desc, ledger.rule, ledger.reason`,
    )
    .raw()
    .all();
  return rows.map(([entered, rule, reason, entities]) => {
    if (!entered) return { reason: null, title: 'Not in the population', entities };
    if (rule === null) return { reason: null, title: 'Not dropped, but missing from the output', entities };
    return { reason, title: outcomeTitle(recipe, rule, reason), entities };
  });
}
