import type { RunDetail } from '../../../electron/contract/runs.ts';
import type { OutputInfo } from '../../../electron/contract/workspaces.ts';

/** A list of a run's tabs, with its figure where it has one. */
export interface ListTab {
  readonly output: OutputInfo;
  readonly rows: number | null;
}

/** The lists of a run: those that deliver, in the recipe's order, and the others, the earliest layers last and those of the app alone behind all. */
export function listTabs(
  outputs: readonly OutputInfo[],
  deliveries: RunDetail['deliveries'],
): { readonly delivering: readonly ListTab[]; readonly others: readonly ListTab[] } {
  const tab = (output: OutputInfo): ListTab => {
    return { output, rows: deliveries.find((each) => each.output === output.name)?.rows ?? null };
  };
  return {
    delivering: outputs.filter(({ delivers }) => delivers).map(tab),
    others: outputs
      .filter(({ delivers }) => !delivers)
      .toSorted((a, b) => Number(b.written) - Number(a.written) || b.layer - a.layer)
      .map(tab),
  };
}
