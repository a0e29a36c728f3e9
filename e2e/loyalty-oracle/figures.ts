import type { Outcome, StageFigures } from '../../electron/contract/reconciliation.ts';
import { type Entry, RULES } from './routes.ts';

/** The figures of the population and of each rule. */
export function stageFigures(ledger: readonly Entry[]): readonly StageFigures[] {
  let left = ledger.length;
  const rules = RULES.map((rule): StageFigures => {
    const any = ledger.filter(({ excluded }) => excluded.includes(rule));
    const dropped = any.filter(({ excluded }) => excluded[0] === rule).length;
    const only = any.filter(({ excluded }) => excluded.length === 1).length;
    const before = left;
    left -= dropped;
    const reasons = [{ reason: rule, dropped, any: any.length, only }];
    return { stage: rule, in: before, dropped, out: left, reasons };
  });
  const entered = ledger.length;
  return [{ stage: 'population', in: entered, dropped: 0, out: entered, reasons: [] }, ...rules];
}

/** What became of the users. */
export function outcomeOf(ledger: readonly Entry[]): Outcome {
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
