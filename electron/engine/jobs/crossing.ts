import { Failure } from '../failure.ts';
import { Cancelled } from '../workspace/cancel.ts';
import type { CrossingFailure } from './job.ts';

/** An error as it crosses to another thread. */
export function toCrossing(error: unknown): CrossingFailure {
  if (error instanceof Failure) return { kind: 'failure', message: error.message, nextStep: error.nextStep };
  if (error instanceof Cancelled) return { kind: 'cancelled' };
  const fault = error instanceof Error ? error : new Error(String(error));
  return { kind: 'fault', message: fault.message, stack: fault.stack ?? '' };
}

/** The error that crossed. */
export function fromCrossing(crossing: CrossingFailure): Error {
  switch (crossing.kind) {
    case 'failure':
      return new Failure(crossing.message, crossing.nextStep);
    case 'cancelled':
      return new Cancelled();
    case 'fault': {
      const error = new Error(crossing.message);
      error.stack = crossing.stack;
      return error;
    }
  }
}
