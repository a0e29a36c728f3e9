import { ORPCError } from '@orpc/client';
import type { FailureData } from '../../electron/contract/failure.ts';

/** Something that did not work, as the screen says it. */
export class Problem extends Error {
  /** What to do about it. */
  readonly nextStep: string;

  constructor(what: string, nextStep: string) {
    super(what);
    this.nextStep = nextStep;
  }
}

/** Whether the user stopped it: then there is nothing to say. */
export function isCancelled(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'CANCELLED';
}

/** What an error says to the user: the engine's own sentences where it has some. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ORPCError) {
    if (error.code === 'FAILURE') return new Problem(error.message, (error.data as FailureData).nextStep);
    if (error.code === 'BAD_REQUEST')
      return new Problem('Muster cannot take this value.', 'Check it and try again.');
    if (error.code === 'CANCELLED') return new Problem('It was stopped.', 'Nothing was changed.');
    return new Problem(error.message, 'Try again. If it stays, save a copy of the workspace and report it.');
  }
  return new Problem('Muster did not answer.', 'It is trying to reach its engine again; your work is kept.');
}
