import type { OpenView, ViewColumn, ViewOf, ViewRow } from '../../../electron/contract/views.ts';

/** Where a grid has its rows from. */
export type GridSource =
  /** A view that the grid opens, sorts, searches and closes by itself. */
  | { readonly kind: 'view'; readonly of: ViewOf }
  /** A view that is open already: a query's result. */
  | { readonly kind: 'opened'; readonly view: OpenView }
  /** A few rows that the screen has. */
  | { readonly kind: 'list'; readonly columns: readonly ViewColumn[]; readonly rows: readonly ViewRow[] };

/** The rows of a grid, however they come. */
export interface Rows {
  readonly columns: readonly ViewColumn[];
  readonly count: number;
  readonly cut: OpenView['cut'];
  /** A row, or undefined while it is being fetched. */
  rowAt(index: number): ViewRow | undefined;
  /** Says which rows are on screen, `to` not among them. */
  want(from: number, to: number): void;
  /** All of these rows, fetched where they must be. */
  read(from: number, to: number): Promise<readonly ViewRow[]>;
  /** Hears of rows that have come. */
  subscribe(listener: () => void): () => void;
  /** A number that changes when rows have come. */
  version(): number;
}
