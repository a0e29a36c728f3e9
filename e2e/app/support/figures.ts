import type { Reconciliation } from '../../../electron/contract/reconciliation.ts';

const COUNT = new Intl.NumberFormat('en-GB');

/** A count as the page writes it. */
export function written(count: number): string {
  return COUNT.format(count);
}

/** What of a reconciliation does not say where the files were: the figures. */
export function figuresOf({ sources, tables, stages, controls, outcome, balanced }: Reconciliation) {
  const counts = sources.map(({ source, read, accepted, rejected }) => ({
    source,
    read,
    accepted,
    rejected,
  }));
  return { sources: counts, tables, stages, controls, outcome, balanced };
}
