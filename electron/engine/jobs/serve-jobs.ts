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

/** What is particular to one job. */
export interface JobNow {
  readonly recipe: Recipe;
  readonly workWith: (recipe: Recipe) => void;
  readonly onProgress: OnProgress;
}

/** What a thread holds while it lives. */
export interface Thread<Context> {
  context(now: JobNow): Context;
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
  let inUse: Recipe;
  let thread: Thread<Context>;
  try {
    inUse = parseRecipe(recipe);
    thread = open(path, inUse, flag);
  } catch (error) {
    send({ kind: 'failed', job: null, failure: toCrossing(explainWorkspaceError(error, path)) });
    return;
  }
  const workWith = (next: Recipe) => {
    inUse = next;
  };
  let last: Promise<void> = Promise.resolve();
  port.on('message', (message: ToThread) => {
    last = last.then(async () => {
      if (message.kind === 'close') {
        thread.close();
        send({ kind: 'closed' });
        port.close();
        return;
      }
      if (message.kind === 'recipe') {
        workWith(parseRecipe(message.recipe));
        return;
      }
      const { job, name, input } = message;
      try {
        const handler = jobs[name];
        if (!handler) throw new Error(`There is no job ${name}.`);
        const onProgress = throttled((progress) => send({ kind: 'progress', job, progress }));
        const output = await handler(thread.context({ recipe: inUse, workWith, onProgress }), input as never);
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
