import type { EngineNotice } from '../../contract/bridge.ts';
import type { Job, WorkspaceEvent } from '../../contract/events.ts';

/** The user hears of the end of work that took at least this long, in milliseconds: nobody has waited for less. */
const LONG = 5000;

/** Tells the host of the work on all workspaces: that it goes on, how far it is, and that long work has ended. */
export class WorkNotices {
  readonly #notice: (notice: EngineNotice) => void;
  readonly #now: () => number;
  readonly #jobs = new Map<string, readonly Job[]>();
  /** Jobs whose end is about to be told, which does not say when they began. */
  readonly #ending = new Map<string, Job>();
  #working = false;

  constructor(notice: (notice: EngineNotice) => void, now: () => number = Date.now) {
    this.#notice = notice;
    this.#now = now;
  }

  /** Hears what happens to a workspace. */
  hear(workspace: string, event: WorkspaceEvent): void {
    if (event.kind === 'jobs') {
      this.#keepAside(workspace, event.jobs);
      this.#tell();
    } else if (event.kind === 'finished') {
      this.#finish(event);
    }
  }

  #keepAside(workspace: string, jobs: readonly Job[]): void {
    for (const job of this.#jobs.get(workspace) ?? []) {
      if (job.state !== 'waiting' && !jobs.some((each) => each.job === job.job))
        this.#ending.set(job.job, job);
    }
    this.#jobs.set(workspace, jobs);
  }

  #finish(event: Extract<WorkspaceEvent, { readonly kind: 'finished' }>): void {
    const job = this.#ending.get(event.job);
    this.#ending.delete(event.job);
    if (!job || event.outcome === 'cancelled' || this.#now() - Date.parse(job.startedAt) < LONG) return;
    const body = event.outcome === 'done' ? 'Done.' : (event.message ?? 'It did not succeed.');
    this.#notice({ kind: 'finished', title: event.title, body });
  }

  #tell(): void {
    const jobs = [...this.#jobs.values()].flat();
    const working = jobs.length > 0;
    if (!working && !this.#working) return;
    this.#working = working;
    this.#notice({ kind: 'work', working, fraction: fractionOf(jobs) });
  }
}

/** How far the work is that goes on, where it is known. */
function fractionOf(jobs: readonly Job[]): number | null {
  const progress = jobs.find(({ state }) => state === 'running')?.progress;
  if (progress?.kind !== 'file' || progress.bytes === 0) return null;
  return Math.min(1, progress.bytesRead / progress.bytes);
}
