import type { Job } from '../../contract/events.ts';
import { Failure } from '../failure.ts';
import { Cancelled } from '../workspace/cancel.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** How long a query may take, and how long it may take to stop once it is asked to, in milliseconds. */
const LONGEST = 30_000;
const LONGEST_STOP = 3000;
const LOOK_EVERY = 200;

/**
 * Work of the reading thread that is asked to stop when it takes too long, and left to itself when it does not stop: SQLite cannot be
 * interrupted where a statement reads no table. `begin` begins one piece of work. Throws a Failure when it took too long.
 */
export async function withinTime<T>(
  workspace: OpenWorkspace,
  begin: () => Promise<T>,
  longest: number = LONGEST,
): Promise<T> {
  const before = new Set(jobsOf(workspace).map(({ job }) => job));
  const work = begin();
  const own = jobsOf(workspace).find(({ job }) => !before.has(job))?.job;
  let startedAt: number | undefined;
  let stoppedAt: number | undefined;
  let tookTooLong = false;
  let abandoned = false;
  const timer = setInterval(() => {
    const state = jobsOf(workspace).find(({ job }) => job === own)?.state;
    if (own === undefined || state === undefined || state === 'waiting') return;
    const now = performance.now();
    startedAt ??= now;
    if (state === 'running' && now - startedAt > longest) {
      tookTooLong = true;
      workspace.cancel(own);
    }
    if (state !== 'cancelling') return;
    stoppedAt ??= now;
    if (now - stoppedAt <= LONGEST_STOP || abandoned) return;
    abandoned = true;
    workspace.abandonReader();
  }, LOOK_EVERY);
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    if (abandoned) throw leftToItself(tookTooLong);
    throw tookTooLong ? stopped() : error;
  } finally {
    clearInterval(timer);
  }
}

function jobsOf(workspace: OpenWorkspace): readonly Job[] {
  return workspace.jobsEvent().jobs;
}

function stopped(): Failure {
  return new Failure(
    `The query took longer than ${LONGEST / 1000} seconds and was stopped.`,
    'Let it read less: name fewer tables, or join them by their keys.',
  );
}

function leftToItself(tookTooLong: boolean): Failure {
  const what = tookTooLong ? `The query took longer than ${LONGEST / 1000} seconds and` : 'The query';
  return new Failure(
    `${what} does not stop. It was left to itself, and results that were open are closed.`,
    'Look for a part of it that repeats without end. Restart Muster if the computer stays busy.',
  );
}
