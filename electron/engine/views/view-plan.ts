import type { ViewColumn, ViewRow } from '../../contract/views.ts';
import type { StoredValue } from '../ingest/values.ts';

/** A value as SQLite returns it, whole numbers exact. */
export type SqlValue = string | bigint | number | null;

/** A column of a view: how it is shown, and by which SQL it is read, ordered and searched. */
export interface PlannedColumn extends ViewColumn {
  /** Over the tables of the plan's `from`. */
  readonly expression: string;
  /** Whether a search looks at it. */
  readonly searched: boolean;
  /** The cell's text; null for no value. */
  readonly text: (value: SqlValue) => string | null;
}

/** How the rows of a view are found and shown. */
export interface ViewPlan {
  /** Tables with their joins, without `from`. */
  readonly from: string;
  /** Expressions that name a row of `from`, each indexed, so that a row is found again by them. */
  readonly ids: readonly string[];
  readonly where: readonly Condition[];
  /** The order without a sort; it is total. */
  readonly order: string;
  readonly columns: readonly PlannedColumn[];
  /** The texts that a search looks at instead of the columns that are searched. */
  readonly searched?: readonly string[];
  /** The lists of texts, as JSON, that a search looks at beside them. */
  readonly searchedLists?: readonly string[];
  /** Indexes of the columns that hold the entity's key, where the rows are of entities. */
  readonly key?: readonly number[];
  /** Completes a page's rows by what is not a column of `from`. */
  readonly complete?: (rows: readonly FoundRow[]) => readonly ViewRow[];
}

export interface FoundRow extends ViewRow {
  readonly ids: readonly SqlValue[];
}

/** A condition over the plan's tables. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (StoredValue | number)[];
}
