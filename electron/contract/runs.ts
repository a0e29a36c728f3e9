import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, day, inWorkspace, paramTexts } from './calls.ts';
import type { Reconciliation, StageFigures } from './reconciliation.ts';
import type { Params } from './workspaces.ts';

/** A run in the list of runs. */
export interface RunSummary {
  readonly run: number;
  /** UTC instant, ISO. */
  readonly madeAt: string;
  readonly asOf: string;
  readonly params: Params;
  readonly read: number;
  readonly rejected: number;
  readonly entered: number;
  readonly delivered: number;
  readonly balanced: boolean;
  /** Why its result is to be taken with care, in sentences of the recipe; empty where nothing speaks against it. */
  readonly cautions: readonly string[];
  /** The sources that the user had left out. */
  readonly without: readonly string[];
  /** When it was published, as a UTC instant, ISO; null: it is not. */
  readonly publishedAt: string | null;
  /** Active corrections that it was made with. */
  readonly corrections: number;
  readonly files: readonly string[];
}

/** A run with all its figures. */
export interface RunDetail extends RunSummary {
  readonly reconciliation: Reconciliation;
  /** The outputs that deliver, each with its rows; those of several add up to what was delivered. */
  readonly deliveries: readonly { readonly output: string; readonly rows: number }[];
  /** What each group is in words, by its values as a JSON list; empty where the recipe has no words for them. */
  readonly groupTitles: Readonly<Record<string, string>>;
  /** Where it does not balance, in sentences; empty when it does. */
  readonly imbalances: readonly string[];
}

/** Two runs side by side. */
export interface RunComparison {
  readonly from: RunSummary;
  readonly to: RunSummary;
  readonly came: number;
  readonly left: number;
  readonly stayed: number;
  /** What the runs were made with differently. */
  readonly causes: readonly RunCause[];
  /** Why those who left are out now, and why those who came were out before: reason and how many; null: not in the population. */
  readonly leftBy: readonly {
    readonly reason: string | null;
    readonly title: string;
    readonly entities: number;
  }[];
  readonly cameBy: readonly {
    readonly reason: string | null;
    readonly title: string;
    readonly entities: number;
  }[];
}

export type RunCause =
  | { readonly kind: 'data'; readonly sentence: string }
  | { readonly kind: 'corrections'; readonly sentence: string }
  | { readonly kind: 'rules'; readonly sentence: string }
  | { readonly kind: 'parameters'; readonly sentence: string }
  | { readonly kind: 'time'; readonly sentence: string };

/** What a history keeps in a workspace. */
export interface HistoryInfo {
  readonly table: string;
  /** The name of the output whose rows it keeps. */
  readonly output: string;
  /** `as_of`: a run takes the place of an earlier one as of the same day; `run`: each stays. */
  readonly by: 'as_of' | 'run';
  /** By day and run. */
  readonly snapshots: readonly HistorySnapshot[];
}

/** The rows that one run left in a history. */
export interface HistorySnapshot {
  readonly run: number;
  readonly asOf: string;
  readonly rows: number;
  /** Whether it is taken out: no run sees it, and it can be put back. */
  readonly out: boolean;
}

/** The funnel as it would be; nothing of it is kept. */
export interface WhatIf {
  readonly stages: readonly StageFigures[];
  readonly entered: number;
  readonly delivered: number;
  /** Who would come and who would go, against the run: how many, and the keys of the first of them. */
  readonly gained: number;
  readonly lost: number;
  readonly gainedKeys: readonly (readonly string[])[];
  readonly lostKeys: readonly (readonly string[])[];
}

/** A what-if with the sentences of which a run with its values would warn. */
export interface CautionedWhatIf extends WhatIf {
  readonly cautions: readonly string[];
}

export const runCalls = {
  /** Runs the recipe over what is loaded and corrected; `without`: sources without a file that it may do without. */
  start: call
    .input(
      inWorkspace.extend({
        asOf: day,
        params: paramTexts,
        without: z.array(z.string().max(60)).max(1000).optional(),
      }),
    )
    .output(type<{ readonly run: number; readonly balanced: boolean }>()),
  list: call.input(inWorkspace).output(type<readonly RunSummary[]>()),
  /** Publishes a run: later runs know what it delivered. How many entities that are. */
  publish: call.input(inWorkspace.extend({ run: z.int() })).output(type<{ readonly rows: number }>()),
  /** Takes it back: later runs do not know of it any more. */
  unpublish: call.input(inWorkspace.extend({ run: z.int() })).output(type<void>()),
  get: call.input(inWorkspace.extend({ run: z.int() })).output(type<RunDetail>()),
  /** What the recipe's histories keep, in its order. */
  history: call.input(inWorkspace).output(type<readonly HistoryInfo[]>()),
  /** Takes the rows that a run left in a history out, so that no run sees them, or puts them back. */
  switchSnapshot: call
    .input(inWorkspace.extend({ table: z.string().max(60), run: z.int(), out: z.boolean() }))
    .output(type<void>()),
  compare: call.input(inWorkspace.extend({ from: z.int(), to: z.int() })).output(type<RunComparison>()),
  /**
   * The funnel of a run with rules switched off and, where they are given, another as-of date or other parameters. Rules
   * alone are answered from the run's verdicts; the rest takes a trial run, which is undone.
   */
  whatIf: call
    .input(
      inWorkspace.extend({
        run: z.int(),
        off: z.array(z.string().max(60)).max(62),
        asOf: day.optional(),
        params: paramTexts.optional(),
      }),
    )
    .output(type<CautionedWhatIf>()),
};
