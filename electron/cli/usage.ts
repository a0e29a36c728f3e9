import { Failure, UsageFailure } from '../engine/failure.ts';

/** Does work whose failures are the fault of what stands on the command line. */
export function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Failure
      ? new UsageFailure(error.message, error.nextStep, { cause: error })
      : error;
  }
}
