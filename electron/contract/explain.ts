import { type } from '@orpc/contract';
import { z } from 'zod';
import { call, inWorkspace } from './calls.ts';
import type { Trace } from './trace.ts';

/** An entity that a search may mean. */
export interface Candidate {
  readonly key: readonly string[];
  /** Where the text was found: "email", "customer_id". */
  readonly column: string;
  readonly value: string;
  /** What became of it in the last run: "delivered", or the title of the rule that dropped it first. */
  readonly outcome: string;
  readonly delivered: boolean;
}

export const explainCalls = {
  /** Entities with an id, an email or part of either; exact ones first, at most so many. */
  find: call
    .input(inWorkspace.extend({ text: z.string().min(1).max(1000), most: z.int().min(1).max(100) }))
    .output(type<readonly Candidate[]>()),
  /** The story of one entity in the last run. */
  story: call
    .input(inWorkspace.extend({ key: z.array(z.string().max(10_000)).min(1).max(20) }))
    .output(type<Trace>()),
};
