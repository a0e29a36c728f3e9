/** What a run says of itself in `reconciliation.json`; counts are of records unless the name says otherwise. */
export interface Reconciliation {
  readonly recipe: string;
  /** ISO day on which the run looks at the data. */
  readonly as_of: string;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly sources: readonly SourceFigures[];
  readonly tables: readonly TableFigures[];
  readonly stages: readonly StageFigures[];
  readonly controls: readonly ControlFigures[];
  readonly outcome: Outcome;
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
