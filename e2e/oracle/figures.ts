import type {
  Reconciliation,
  SourceFigures,
  StageFigures,
  TableFigures,
} from '../../electron/contract/reconciliation.ts';
import { byCodeUnit } from './files.ts';
import { type Entry, RULES, type Tables } from './ledger.ts';
import type { LoadedSource } from './load.ts';
import { exactDecimals } from './money.ts';
import { outcomeOf, ruleStages } from './rule-stages.ts';

export function sourceFigures({ source, files, accepted }: LoadedSource): SourceFigures {
  const rejected = files.flatMap((file) => file.rejected);
  const codes = new Map<string, number>();
  for (const code of rejected.flatMap((record) => [...new Set(record.codes)])) {
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return {
    source: source.name,
    files: files.map(({ file }) => file),
    read: files.reduce((sum, file) => sum + file.read, 0),
    accepted: accepted.length,
    rejected: rejected.length,
    codes: Object.fromEntries([...codes].toSorted(([left], [right]) => byCodeUnit(left, right))),
  };
}

export function tableFigures(table: string, source: LoadedSource, out: number): TableFigures {
  const entered = source.accepted.length;
  return { table, from: source.source.name, in: entered, out, superseded: entered - out };
}

export function stageFigures(ledger: readonly Entry[]): readonly StageFigures[] {
  return ruleStages(
    RULES,
    ledger.map(({ excluded }) => ({ excluded: excluded.map(({ rule }) => rule) })),
  );
}

/** What does not depend on the sources: the fates, and the one control. */
export function fates(
  ledger: readonly Entry[],
  tables: Tables,
): Pick<Reconciliation, 'controls' | 'outcome' | 'balanced'> {
  const delivered = ledger.filter(({ excluded }) => excluded.length === 0);
  const spend = delivered.reduce(
    (sum, { customer }) => sum + (tables.bookings.get(customer)?.total ?? 0n),
    0n,
  );
  const text = exactDecimals(spend);
  return {
    controls: [{ control: 'spend of the audience', left: text, right: text, ok: true }],
    outcome: outcomeOf(ledger),
    balanced: true,
  };
}
