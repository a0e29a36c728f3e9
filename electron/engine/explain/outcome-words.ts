import type { Candidate } from '../../contract/explain.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { deliveredKeys } from '../run/delivered-keys.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { columnsCondition } from './entity-rows.ts';
import type { Value } from './readable.ts';
import type { StoredRun } from './stored-run.ts';

/** A rule by its position and its reason in words: the rule's title; a reason that stands in the data says more. */
export function outcomeTitle({ rules }: Recipe, rule: number, reason: string | null): string {
  const dropping = rules[rule];
  return (dropping && 'sql' in dropping.reasons ? reason : dropping?.title) ?? '';
}

/** Says in a few words what became of an entity in a run, by its key. */
export function outcomeTeller(
  db: ReadableDb,
  run: StoredRun | undefined,
): (key: readonly Value[]) => Pick<Candidate, 'outcome' | 'delivered'> {
  if (!run) return () => ({ outcome: 'no run yet', delivered: false });
  const { recipe, tables } = run;
  const where = columnsCondition(recipe.key);
  const ruleOf = db.prepare<unknown[], { readonly rule: number | null; readonly reason: string | null }>(
    `select ledger.rule, ledger.reason
       from main.${identifier(tables.population)} as population
       join main.${identifier(tables.ledger)} as ledger using (entity)
       where ${where}`,
  );
  const isDelivered = db.prepare(`select 1 from (${deliveredKeys(run)}) where ${where}`);
  return (key) => {
    const first = ruleOf.get(...key);
    if (first === undefined) return { outcome: 'not in the population', delivered: false };
    const { rule, reason } = first;
    if (rule !== null) return { outcome: outcomeTitle(recipe, rule, reason), delivered: false };
    const delivered = isDelivered.get(...key) !== undefined;
    return { outcome: delivered ? 'delivered' : 'missing', delivered };
  };
}
