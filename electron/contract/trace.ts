/** The story of one entity in the last run of a workspace. */
export interface Trace {
  readonly recipe: string;
  readonly entity: string;
  readonly asOf: string;
  /** Why the run is to be taken with care; absent where nothing speaks against it. */
  readonly cautions?: readonly string[];
  readonly key: readonly NamedValue[];
  readonly sources: readonly SourceTrace[];
  /** Whether it is of the population. */
  readonly entered: boolean;
  /** Every rule's verdict, in order; empty when it is not of the population. */
  readonly rules: readonly RuleTrace[];
  readonly outcome: TraceOutcome;
  /** The rules that would all have to be lifted for it to be delivered; empty when none excludes it. */
  readonly smallestChange: readonly LiftedRule[];
}

/** A rule that stands in the way, and the values that it looked at. */
export interface LiftedRule {
  readonly rule: string;
  readonly title: string;
  readonly lookedAt: readonly TableRow[];
}

/** A value as a person reads it; empty is null. */
export interface NamedValue {
  readonly name: string;
  readonly value: string | null;
}

/** What one source has of the entity. */
export interface SourceTrace {
  readonly source: string;
  /** How many accepted records there are; `records` holds the first of them. */
  readonly accepted: number;
  readonly records: readonly RecordTrace[];
  readonly rejected: readonly RejectedTrace[];
}

export interface RecordTrace {
  readonly file: string;
  readonly line: number;
  readonly values: readonly NamedValue[];
  /** For each table of the source what became of the record. */
  readonly fates: readonly RecordFate[];
  /** The cells that a correction changed, where the record was rejected before. */
  readonly corrected?: readonly CorrectedCell[];
}

export interface CorrectedCell {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

export type RecordFate =
  | { readonly kind: 'kept'; readonly table: string }
  /** The table keeps another record of the key. */
  | { readonly kind: 'superseded'; readonly table: string; readonly file: string; readonly line: number }
  /** The table's row of the key sums up this record, too. */
  | { readonly kind: 'counted'; readonly table: string }
  /** The table's query does not take the record. */
  | { readonly kind: 'left out'; readonly table: string };

export interface RejectedTrace {
  readonly file: string;
  readonly line: number;
  /** As `column:code`, or `code` for a fault of the whole record. */
  readonly codes: readonly string[];
  readonly cells: readonly NamedValue[];
}

/** What a rule says of the entity, and what it looked at. */
export interface RuleTrace {
  readonly rule: string;
  readonly stage: string;
  readonly title: string;
  readonly excludes: boolean;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly lookedAt: readonly TableRow[];
}

/** A row of a table under the entity's key; without values the table has none. */
export interface TableRow {
  readonly table: string;
  readonly values: readonly NamedValue[] | null;
}

export type TraceOutcome =
  | { readonly kind: 'delivered'; readonly file: string; readonly values: readonly NamedValue[] }
  | {
      readonly kind: 'dropped';
      readonly stage: string;
      readonly reason: string;
      readonly detail: string | null;
      readonly also: readonly string[];
    }
  | { readonly kind: 'not in the population' }
  /** Of the population, but neither delivered nor dropped: the run does not balance. */
  | { readonly kind: 'missing' };
