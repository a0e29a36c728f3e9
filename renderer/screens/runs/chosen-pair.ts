import type { RunSummary } from '../../../electron/contract/runs.ts';
import type { Query } from '../../router/route.ts';

/** Two runs that are compared, by their numbers. */
export interface Pair {
  readonly from: number;
  readonly to: number;
}

/** The runs that an address names, else the last two; null where there are not two. `runs` has the latest first. */
export function chosenPair(runs: readonly Pick<RunSummary, 'run'>[], query: Query): Pair | null {
  const [latest, before] = runs;
  if (!latest || !before) return null;
  const named = (text: string | undefined) => runs.find(({ run }) => String(run) === text)?.run;
  const [from, to] = [named(query.from), named(query.to)];
  if (from !== undefined && to !== undefined && from !== to) return { from, to };
  return { from: before.run, to: latest.run };
}
