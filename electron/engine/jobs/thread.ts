import { Worker } from 'node:worker_threads';
import type { OnProgress } from '../../contract/progress.ts';
import type { RecipeText } from '../recipe/recipe.ts';
import { CancelFlag, Cancelled } from '../workspace/cancel.ts';
import { fromCrossing } from './crossing.ts';
import type { FromThread, JobHandler, JobInput, JobOutput, ThreadData, ToThread } from './job.ts';

/** What is waiting for a thread's answer. */
interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress;
}

/** A thread that does jobs on a workspace, one after the other, as the session sees it. */
export class JobThread<Jobs extends Readonly<Record<string, JobHandler<never>>>> {
  readonly #worker: Worker;
  readonly #flag = new CancelFlag();
  readonly #waiting = new Map<string, Waiting>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<void>();
  #lost: Error | undefined;

  /** Begins a thread; `ready` says whether it could. Small young generations keep its memory flat. */
  constructor(url: URL, path: string, recipe: RecipeText) {
    const data: ThreadData = { path, recipe, cancel: this.#flag.memory };
    this.#worker = new Worker(url, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
    this.#ready.promise.catch(() => {});
    this.#worker.on('message', (message: FromThread) => this.#receive(message));
    this.#worker.on('error', (error) =>
      this.#lose(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => {
      this.#lose(new Error('The thread ended early.'));
      this.#ended.resolve();
    });
  }

  /** Resolves once the thread has opened the workspace; rejects with what kept it from that. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Whether the thread has ended, or could not begin. */
  get lost(): boolean {
    return this.#lost !== undefined;
  }

  /** Does a job. Rejects with a Failure, with Cancelled, or with a fault of Muster's own. */
  async do<Name extends keyof Jobs & string>(
    job: string,
    name: Name,
    input: JobInput<Jobs[Name]>,
    onProgress: OnProgress = () => {},
  ): Promise<JobOutput<Jobs[Name]>> {
    await this.ready;
    if (this.#lost) throw this.#lost;
    const { promise, resolve, reject } = Promise.withResolvers<JobOutput<Jobs[Name]>>();
    this.#waiting.set(job, { resolve, reject, onProgress });
    this.#send({ kind: 'job', job, name, input });
    try {
      return await promise;
    } finally {
      this.#flag.lower();
    }
  }

  /** Has jobs that are begun from now on work with another recipe. */
  workWith(recipe: RecipeText): void {
    this.#send({ kind: 'recipe', recipe });
  }

  /** Asks the job that is going on to stop. */
  cancel(): void {
    this.#flag.raise();
  }

  /** Closes the workspace on this thread and ends it. */
  async close(): Promise<void> {
    this.cancel();
    this.#send({ kind: 'close' });
    await this.#ended.promise;
  }

  /** Leaves the thread to itself: a statement that cannot be stopped keeps it from ending. */
  abandon(): void {
    this.#lose(new Cancelled());
    // It may never end, and whoever closes the workspace must not wait for that.
    this.#ended.resolve();
    void this.#worker.terminate();
    this.#worker.unref();
  }

  #send(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromThread): void {
    switch (message.kind) {
      case 'ready':
        this.#ready.resolve();
        break;
      case 'progress':
        this.#waiting.get(message.job)?.onProgress(message.progress);
        break;
      case 'done':
        this.#take(message.job)?.resolve(message.output as never);
        break;
      case 'failed':
        if (message.job === null) this.#lose(fromCrossing(message.failure));
        else this.#take(message.job)?.reject(fromCrossing(message.failure));
        break;
      case 'closed':
        this.#lose(new Cancelled());
        break;
    }
  }

  #take(job: string): Waiting | undefined {
    const waiting = this.#waiting.get(job);
    this.#waiting.delete(job);
    return waiting;
  }

  #lose(error: Error): void {
    this.#lost ??= error;
    this.#ready.reject(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
