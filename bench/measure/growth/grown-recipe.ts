import type { MusterRun } from '../muster-run.ts';

/** A recipe that is measured over files of several sizes, to see how it grows. */
export interface GrownRecipe {
  readonly recipe: string;
  /** What a size is a number of; the option that names sizes is called so. */
  readonly unit: 'clients' | 'transactions' | 'rows';
  /** What there was in a run over files of a size, in the order in which it is shown. */
  readonly counts: (run: MusterRun, size: number) => Readonly<Record<string, number>>;
  /** The count by which seconds are compared, and one of it in words. */
  readonly by: string;
  readonly one: string;
}

/** The recipes that are measured so. */
export const GROWN_RECIPES: readonly GrownRecipe[] = [
  {
    recipe: 'campaign-targets',
    unit: 'clients',
    counts: ({ entered, delivered }, clients) => ({ clients, leads: entered, targets: delivered }),
    by: 'leads',
    one: 'lead',
  },
  {
    recipe: 'customer-360',
    unit: 'transactions',
    counts: (run) => ({
      transactions: run.read.get('transactions') ?? 0,
      web_events: run.read.get('web_activity') ?? 0,
      records: recordsOf(run),
      customers: run.delivered,
    }),
    by: 'records',
    one: 'record',
  },
  {
    recipe: 'loyalty-engagement',
    unit: 'rows',
    counts: (run) => ({ rows: recordsOf(run), users: run.entered, routed: run.delivered }),
    by: 'rows',
    one: 'row',
  },
];

/** Records of all sources together. */
function recordsOf({ read }: MusterRun): number {
  return [...read.values()].reduce((sum, records) => sum + records, 0);
}
