import { randomUUID } from 'node:crypto';
import type { Job, JobKind, WorkspaceEvent } from '../../contract/events.ts';
import type { OnProgress, Progress } from '../../contract/progress.ts';
import { Failure } from '../failure.ts';
import type { JobHandler, JobInput, JobOutput } from '../jobs/job.ts';
import type { JobThread } from '../jobs/thread.ts';
import { Cancelled } from '../workspace/cancel.ts';

/** How often listeners hear of progress, in milliseconds. */
const NEWS_EVERY = 100;

/** What is waiting for its turn, or has it. */
interface Turn {
  job: Job;
  cancel(): void;
}

/** Hears what happens to the work. */
export type OnWork = (event: WorkspaceEvent) => void;

/** The long work on a workspace: one job at a time on its thread, the others in order; all of it visible and to be cancelled. */
export class WorkQueue<Jobs extends Readonly<Record<string, JobHandler<never>>>> {
  readonly #thread: () => JobThread<Jobs>;
  readonly #onWork: OnWork;
  readonly #turns = new Map<string, Turn>();
  #last: Promise<unknown> = Promise.resolve();
  #news: NodeJS.Timeout | undefined;

  constructor(thread: () => JobThread<Jobs>, onWork: OnWork) {
    this.#thread = thread;
    this.#onWork = onWork;
  }

  /** All that is waiting or going on, in order. */
  get jobs(): readonly Job[] {
    return [...this.#turns.values()].map(({ job }) => job);
  }

  /** Does a job when its turn comes. Rejects with Cancelled when it was cancelled, also before its turn. */
  async do<Name extends keyof Jobs & string>(
    kind: JobKind,
    title: string,
    name: Name,
    input: JobInput<Jobs[Name]>,
  ): Promise<JobOutput<Jobs[Name]>> {
    const id = randomUUID();
    const withdrawn = Promise.withResolvers<never>();
    withdrawn.promise.catch(() => {});
    const job: Job = {
      job: id,
      kind,
      title,
      state: 'waiting',
      startedAt: new Date().toISOString(),
      progress: null,
    };
    const turn: Turn = { job, cancel: () => withdrawn.reject(new Cancelled()) };
    this.#turns.set(id, turn);
    this.#tell();
    const work = this.#last.then(async () => {
      if (!this.#turns.has(id)) throw new Cancelled();
      const thread = this.#thread();
      turn.cancel = () => thread.cancel();
      this.#change(turn, { state: 'running', startedAt: new Date().toISOString() });
      return thread.do(id, name, input, this.#follow(turn));
    });
    this.#last = work.catch(() => {});
    try {
      const output = await Promise.race([work, withdrawn.promise]);
      this.#finish(turn, 'done', null);
      return output;
    } catch (error) {
      this.#finish(turn, error instanceof Cancelled ? 'cancelled' : 'failed', messageOf(error));
      throw error;
    }
  }

  /** Does a job when its turn comes, without anybody hearing of it: one that is too short to be shown, or that nobody asked for. */
  async quietly<Name extends keyof Jobs & string>(
    name: Name,
    input: JobInput<Jobs[Name]>,
  ): Promise<JobOutput<Jobs[Name]>> {
    const work = this.#last.then(() => this.#thread().do(randomUUID(), name, input));
    this.#last = work.catch(() => {});
    return work;
  }

  /** Asks a job to stop; nothing happens when it has ended. */
  cancel(job: string): void {
    const turn = this.#turns.get(job);
    if (!turn) return;
    if (turn.job.state === 'running') this.#change(turn, { state: 'cancelling' });
    turn.cancel();
  }

  /** Asks all jobs to stop, the waiting ones first. */
  cancelAll(): void {
    for (const { job } of [...this.#turns.values()].reverse()) this.cancel(job.job);
  }

  #follow(turn: Turn): OnProgress {
    return (progress: Progress) => this.#change(turn, { progress });
  }

  #change(turn: Turn, change: Partial<Job>): void {
    turn.job = { ...turn.job, ...change };
    this.#tell();
  }

  #finish(turn: Turn, outcome: 'done' | 'cancelled' | 'failed', message: string | null): void {
    const { job, kind, title } = turn.job;
    this.#turns.delete(job);
    this.#onWork({ kind: 'jobs', jobs: this.jobs });
    this.#onWork({ kind: 'finished', job, jobKind: kind, title, outcome, message });
  }

  #tell(): void {
    this.#news ??= setTimeout(() => {
      this.#news = undefined;
      this.#onWork({ kind: 'jobs', jobs: this.jobs });
    }, NEWS_EVERY);
  }
}

function messageOf(error: unknown): string | null {
  if (error instanceof Cancelled) return null;
  if (error instanceof Failure) return error.line;
  return error instanceof Error ? error.message : String(error);
}
