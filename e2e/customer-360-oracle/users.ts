import { wholeOrNull } from '../campaign-oracle/cells.ts';
import { byId } from '../oracle/ledger.ts';
import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';

/** What was bought under one user_uuid; sums are of ten-thousandths. */
export interface Purchases {
  readonly completed: Sum;
  readonly pending: Sum;
  /** All of them, in the order of ids. */
  readonly ids: readonly string[];
}

/** Transactions of one status. */
export interface Sum {
  readonly count: number;
  readonly amount: bigint;
}

/** What was looked at under one user_uuid. */
export interface Visits {
  readonly views: bigint;
  readonly last: string;
}

export const NOTHING_BOUGHT: Purchases = {
  completed: { count: 0, amount: 0n },
  pending: { count: 0, amount: 0n },
  ids: [],
};

/** Accepted transactions by user_uuid. */
export function purchasesOf(rows: readonly Row[]): ReadonlyMap<string, Purchases> {
  const groups = Map.groupBy(rows, (row) => textOf(row, 'user_uuid'));
  return new Map(
    [...groups].map(([user, own]) => {
      const ids = own.map((row) => textOf(row, 'transaction_id')).toSorted(byId);
      return [user, { completed: sumOf(own, 'completed'), pending: sumOf(own, 'pending'), ids }];
    }),
  );
}

/** Number and amount of the transactions of a status. */
export function sumOf(rows: readonly Row[], status: string): Sum {
  const own = rows.filter((row) => textOf(row, 'status') === status);
  return { count: own.length, amount: total(own, 'amount') };
}

/** Accepted web activity by user_uuid. */
export function visitsOf(rows: readonly Row[]): ReadonlyMap<string, Visits> {
  const groups = Map.groupBy(rows, (row) => textOf(row, 'user_uuid'));
  return new Map(
    [...groups].map(([user, own]) => {
      const times = own.map((row) => textOf(row, 'activity_timestamp')).toSorted();
      return [user, { views: total(own, 'page_views'), last: times.at(-1) ?? '' }];
    }),
  );
}

/** The exact sum of a column of whole numbers. */
export function total(rows: readonly Row[], column: string): bigint {
  return rows.reduce((sum, row) => sum + (wholeOrNull(row, column) ?? 0n), 0n);
}
