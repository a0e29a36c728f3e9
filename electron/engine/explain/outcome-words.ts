import type { Candidate } from '../../contract/explain.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import type { Value } from './readable.ts';
import type { StoredRun } from './stored-run.ts';
import { keyCondition } from './trace-sources.ts';

/** Says in a few words what became of an entity in a run, by its key. */
export function outcomeTeller(
  db: ReadableDb,
  run: StoredRun | undefined,
): (key: readonly Value[]) => Pick<Candidate, 'outcome' | 'delivered'> {
  if (!run) return () => ({ outcome: 'no run yet', delivered: false });
  const { recipe, tables } = run;
  const where = keyCondition(recipe);
  const ruleOf = db
    .prepare<unknown[], number | null>(
      `select ledger.rule
       from main.${identifier(tables.population)} as population
       join main.${identifier(tables.ledger)} as ledger using (entity)
       where ${where}`,
    )
    .pluck();
  const output = recipe.outputs.find(({ delivers }) => delivers);
  const isDelivered =
    output && db.prepare(`select 1 from main.${identifier(tables.output(output.name))} where ${where}`);
  return (key) => {
    const rule = ruleOf.get(...key);
    if (rule === undefined) return { outcome: 'not in the population', delivered: false };
    if (rule !== null) return { outcome: recipe.rules[rule]?.title ?? '', delivered: false };
    const delivered = isDelivered?.get(...key) !== undefined;
    return { outcome: delivered ? 'delivered' : 'missing', delivered };
  };
}
