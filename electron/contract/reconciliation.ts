/** What a run says of itself in `reconciliation.json`; counts are of records unless the name says otherwise. */
export interface Reconciliation {
  readonly recipe: string;
  /** ISO day on which the run looks at the data. */
  readonly as_of: string;
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** The layer after which the run stopped; absent where it went through to the end. */
  readonly until?: string;
  /** The sources that the user had left out; absent where all were loaded. */
  readonly without?: readonly string[];
  readonly sources: readonly SourceFigures[];
  readonly tables: readonly TableFigures[];
  /** Tables that are derived from rows of other tables; absent where the recipe has none. */
  readonly derived?: readonly DerivedFigures[];
  /** Full joins of tables; absent where the recipe has none. */
  readonly merged?: readonly MergedFigures[];
  readonly stages: readonly StageFigures[];
  readonly controls: readonly ControlFigures[];
  readonly outcome: Outcome;
  /** The stages and the outcome of each group; absent where the recipe groups by nothing. */
  readonly by?: readonly GroupFigures[];
  readonly balanced: boolean;
  /** Sentences about what was assumed or left aside; absent when there is nothing to say. */
  readonly warnings?: readonly string[];
}

export type ParameterValue = string | number | boolean;

/** One source: read = accepted + rejected. */
export interface SourceFigures {
  readonly source: string;
  readonly files: readonly string[];
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** How many records have each code, as `column:code` or, for faults of a whole record, `code`. */
  readonly codes: Readonly<Record<string, number>>;
}

/** One table step: in = out + superseded. */
export interface TableFigures {
  readonly table: string;
  readonly from: string;
  readonly in: number;
  readonly out: number;
  readonly superseded: number;
}

/** A table derived from the rows of another: in = kept + left_out, and out rows in all. */
export interface DerivedFigures {
  readonly table: string;
  readonly of: string;
  /** Rows of the other table. */
  readonly in: number;
  /** Those of them that have a row here at least. */
  readonly kept: number;
  readonly left_out: number;
  /** Rows here. */
  readonly out: number;
  readonly joins: readonly JoinFigures[];
}

/** A full join of tables, and its rows. */
export interface MergedFigures {
  readonly table: string;
  readonly out: number;
  readonly of: readonly MergedPartFigures[];
}

/** A table of a full join: in = kept + lost, and each that is kept stands in one row. */
export interface MergedPartFigures {
  readonly table: string;
  readonly on: readonly string[];
  readonly in: number;
  readonly kept: number;
  readonly lost: number;
  /** Rows of the join that have none of another part. */
  readonly alone: number;
}

/** A join, as it was measured before it was made. */
export interface JoinFigures {
  readonly to: string;
  readonly on: readonly string[];
  readonly expects: '1:1' | 'n:1';
  readonly matched: number;
  readonly unmatched: number;
  /** Keys that stand several times in `to`, and rows that they would add; both are 0 in a run that goes on. */
  readonly multiplying_keys: number;
  readonly extra_rows: number;
}

/** The figures of one group; its other members are the columns that the recipe groups by, with their values as texts. */
export interface GroupFigures {
  readonly stages: readonly StageFigures[];
  readonly outcome: Outcome;
  readonly [column: string]: string | readonly StageFigures[] | Outcome;
}

/** One stage of the funnel: in = dropped + out. */
export interface StageFigures {
  readonly stage: string;
  readonly in: number;
  readonly dropped: number;
  readonly out: number;
  readonly reasons: readonly ReasonFigures[];
}

export interface ReasonFigures {
  readonly reason: string;
  /** Excluded first by this rule for this reason. */
  readonly dropped: number;
  /** Excluded by this rule for this reason, whatever the others say; absent for a rule over survivors. */
  readonly any?: number;
  /** Excluded by this rule and by no other; absent for a rule over survivors. */
  readonly only?: number;
}

/** Two independent sums, as exact decimals in text. */
export interface ControlFigures {
  readonly control: string;
  readonly left: string;
  readonly right: string;
  readonly ok: boolean;
}

/** The fate of the population; the last four are 0 in a balanced run. */
export interface Outcome {
  readonly entered: number;
  readonly delivered: number;
  readonly dropped: number;
  /** Entities neither delivered nor dropped. */
  readonly missing: number;
  /** Entities delivered more than once. */
  readonly duplicated: number;
  /** Entities both delivered and dropped. */
  readonly contradictory: number;
  /** Delivered or dropped keys that are not of the population. */
  readonly unexplained: number;
}
