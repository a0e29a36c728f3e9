import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace } from './calls.ts';
import type { Progress } from './progress.ts';

/** Long work on a workspace. */
export type JobKind =
  | 'load'
  | 'correct'
  | 'run'
  | 'what-if'
  | 'export'
  | 'copy'
  | 'query'
  | 'publish'
  /** Taking rows of a history out, or putting them back. */
  | 'history'
  /** Changing the recipe's copy, or taking it away. */
  | 'recipe'
  /** Making an audit. */
  | 'audit'
  /** Renaming or removing one that is made. */
  | 'audit-record';

export interface Job {
  readonly job: string;
  readonly kind: JobKind;
  /** In words: "Loading bookings.csv". */
  readonly title: string;
  readonly state: 'waiting' | 'running' | 'cancelling';
  /** UTC instant, ISO. */
  readonly startedAt: string;
  readonly progress: Progress | null;
}

/** What of a workspace can change. */
export const TOPICS = ['files', 'quarantine', 'runs', 'queries', 'exports', 'audits', 'lookups'] as const;

/** What of a workspace has changed, so that whoever shows it asks again. */
export type Topic = (typeof TOPICS)[number];

/** What happens to a workspace while somebody looks at it. */
export type WorkspaceEvent =
  /** All work that is waiting or going on; sent at once, then on every change, ten times a second at most. */
  | { readonly kind: 'jobs'; readonly jobs: readonly Job[] }
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  | {
      readonly kind: 'finished';
      readonly job: string;
      readonly jobKind: JobKind;
      readonly title: string;
      readonly outcome: 'done' | 'cancelled' | 'failed';
      /** What went wrong and what to do, when it failed. */
      readonly message: string | null;
    };

export const eventCalls = {
  /**
   * The workspace's events from now on, until the caller stops listening; `since`: the changes that the caller's overview counted, so that
   * it hears at once of those that came between.
   */
  watch: call
    .input(inWorkspace.extend({ since: z.int().min(0).optional() }))
    .output(eventIterator(type<WorkspaceEvent>())),
  /** Asks a job to stop; the workspace is then as before it. The job's own call ends with CANCELLED. */
  cancel: call.input(inWorkspace.extend({ job: z.string().max(100) })).output(type<void>()),
};
