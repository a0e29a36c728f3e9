import type { Outcome, StageFigures } from '../../electron/contract/reconciliation.ts';

/** An entity with the rules that exclude it, in order. */
export interface Ruled {
  readonly excluded: readonly string[];
}

/** The figures of the population and of each rule, where every rule is a stage with one reason of its name. */
export function ruleStages(rules: readonly string[], ledger: readonly Ruled[]): readonly StageFigures[] {
  let left = ledger.length;
  const stages = rules.map((rule): StageFigures => {
    const any = ledger.filter(({ excluded }) => excluded.includes(rule));
    const dropped = any.filter(({ excluded }) => excluded[0] === rule).length;
    const only = any.filter(({ excluded }) => excluded.length === 1).length;
    const before = left;
    left -= dropped;
    const reasons = [{ reason: rule, dropped, any: any.length, only }];
    return { stage: rule, in: before, dropped, out: left, reasons };
  });
  const entered = ledger.length;
  return [{ stage: 'population', in: entered, dropped: 0, out: entered, reasons: [] }, ...stages];
}

/** What became of the entities of a ledger: all that no rule excludes are delivered. */
export function outcomeOf(ledger: readonly { readonly excluded: readonly unknown[] }[]): Outcome {
  const delivered = ledger.filter(({ excluded }) => excluded.length === 0).length;
  return {
    entered: ledger.length,
    delivered,
    dropped: ledger.length - delivered,
    missing: 0,
    duplicated: 0,
    contradictory: 0,
    unexplained: 0,
  };
}
