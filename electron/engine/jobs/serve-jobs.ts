import { parentPort, workerData } from 'node:worker_threads';
import type { OnProgress } from '../../contract/progress.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import { explainWorkspaceError } from '../workspace/workspace.ts';
import { toCrossing } from './crossing.ts';
import type { FromThread, JobTable, ThreadData, ToThread } from './job.ts';

/** How often a job's progress crosses, in milliseconds. */
const PROGRESS_EVERY = 100;

/** What a thread holds while it lives. */
export interface Thread<Context> {
  context(onProgress: OnProgress): Context;
  close(): void;
}

/** Runs this thread: opens what it works on, does one job after the other, closes when it is told to. */
export function serveJobs<Context>(
  jobs: JobTable<Context>,
  open: (path: string, recipe: Recipe, cancel: CancelFlag) => Thread<Context>,
): void {
  const port = parentPort;
  if (!port) throw new Error('This module runs in a thread of its own.');
  const { path, recipe, cancel } = workerData as ThreadData;
  const flag = new CancelFlag(cancel);
  const send = (message: FromThread) => port.postMessage(message);
  let thread: Thread<Context>;
  try {
    thread = open(path, parseRecipe(recipe), flag);
  } catch (error) {
    send({ kind: 'failed', job: null, failure: toCrossing(explainWorkspaceError(error, path)) });
    return;
  }
  let last: Promise<void> = Promise.resolve();
  port.on('message', (message: ToThread) => {
    last = last.then(async () => {
      if (message.kind === 'close') {
        thread.close();
        send({ kind: 'closed' });
        port.close();
        return;
      }
      const { job, name, input } = message;
      try {
        const handler = jobs[name];
        if (!handler) throw new Error(`There is no job ${name}.`);
        const output = await handler(
          thread.context(throttled((progress) => send({ kind: 'progress', job, progress }))),
          input as never,
        );
        send({ kind: 'done', job, output });
      } catch (error) {
        send({ kind: 'failed', job, failure: toCrossing(explainWorkspaceError(error, path)) });
      }
    });
  });
  send({ kind: 'ready' });
}

/** Lets figures of one file through a few times a second, all other news at once. */
function throttled(onProgress: OnProgress): OnProgress {
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.kind === 'file' && now < next) return;
    next = now + PROGRESS_EVERY;
    onProgress(progress);
  };
}
