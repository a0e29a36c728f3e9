import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { JobKind, Topic } from '../../contract/events.ts';
import { Failure } from '../failure.ts';
import type { JobInput, JobOutput } from '../jobs/job.ts';
import type { readerJobs } from '../jobs/reader-jobs.ts';
import { JobThread } from '../jobs/thread.ts';
import { threadUrl } from '../jobs/thread-url.ts';
import type { writerJobs } from '../jobs/writer-jobs.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe, RecipeText } from '../recipe/recipe.ts';
import { ViewStore } from '../views/view-store.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';
import { Listeners } from './listeners.ts';
import { WorkQueue } from './work-queue.ts';

type WriterJobs = typeof writerJobs;
type ReaderJobs = typeof readerJobs;

/**
 * A workspace that somebody works on: a reading connection that answers calls at once, a thread that writes, and, begun
 * when it is first needed, a thread for reading that takes long.
 */
export class OpenWorkspace {
  readonly path: string;
  readonly db: ReadableDb;
  readonly views: ViewStore;
  readonly listeners = new Listeners();
  /** Tells this file from another that stands at its path later. */
  readonly #file: bigint | undefined;
  #recipe: Recipe;
  readonly #writer: JobThread<WriterJobs>;
  readonly #writing: WorkQueue<WriterJobs>;
  readonly #reading: WorkQueue<ReaderJobs>;
  #reader: JobThread<ReaderJobs> | undefined;
  #traceIsPrepared = false;

  private constructor(path: string, recipe: Recipe, writer: JobThread<WriterJobs>) {
    this.path = path;
    this.#recipe = recipe;
    this.#writer = writer;
    this.#file = fileAt(path);
    this.db = openWorkspaceForReading(path);
    this.views = new ViewStore(this.db, () => this.#recipe);
    const tell = this.listeners.tell.bind(this.listeners);
    this.#writing = new WorkQueue(
      () => this.#writer,
      (event) => tell(event.kind === 'jobs' ? this.jobsEvent() : event),
    );
    this.#reading = new WorkQueue(
      () => this.#startReader(),
      (event) => tell(event.kind === 'jobs' ? this.jobsEvent() : event),
    );
  }

  /** Opens a workspace, which is made when it is not there; throws a Failure like the threads do. */
  static async open(path: string, recipe: Recipe): Promise<OpenWorkspace> {
    const writer = new JobThread<WriterJobs>(threadUrl('jobs/writer-thread'), path, recipe.text);
    await writer.ready;
    try {
      return new OpenWorkspace(path, recipe, writer);
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  /** The one that it uses at present. */
  get recipe(): Recipe {
    return this.#recipe;
  }

  get name(): string {
    return basename(this.path).replace(/\.muster$/i, '');
  }

  /** Whether somebody listens or work goes on. */
  get inUse(): boolean {
    return this.listeners.count > 0 || this.#jobs.length > 0;
  }

  /** Whether the writing thread has died: the workspace has to be opened anew. */
  get lost(): boolean {
    return this.#writer.lost;
  }

  /** Throws a Failure when the file is not at its place any more: what is written then would be lost with it. */
  refuseMoved(): void {
    if (fileAt(this.path) === this.#file) return;
    throw new Failure(
      `${this.path} is not there any more, or another file stands in its place.`,
      'Put it back where it was.',
    );
  }

  get #jobs() {
    return [...this.#writing.jobs, ...this.#reading.jobs];
  }

  /** What a listener is told of all work. */
  jobsEvent() {
    return { kind: 'jobs', jobs: this.#jobs } as const;
  }

  /** Does work that changes the workspace, and says afterwards what of it has changed. */
  async write<Name extends keyof WriterJobs & string>(
    kind: JobKind,
    title: string,
    name: Name,
    input: JobInput<WriterJobs[Name]>,
    changes: readonly Topic[],
  ): Promise<JobOutput<WriterJobs[Name]>> {
    const output = await this.#writing.do(kind, title, name, input);
    // What is loaded or run anew has to be found, too.
    if (kind === 'load' || kind === 'run') this.#traceIsPrepared = false;
    if (changes.length > 0) this.listeners.tell({ kind: 'changed', topics: changes });
    return output;
  }

  /** Does work that leaves the workspace with another recipe, which is used from then on. */
  async writeRecipe<Name extends 'changeLookup' | 'restoreRecipe'>(
    title: string,
    name: Name,
    input: JobInput<WriterJobs[Name]>,
  ): Promise<void> {
    const text: RecipeText = await this.#writing.do('recipe', title, name, input);
    this.#recipe = parseRecipe(text);
    this.#reader?.workWith(text);
    this.listeners.tell({ kind: 'changed', topics: OF_THE_RECIPE });
  }

  /** Does reading that takes long. */
  read<Name extends keyof ReaderJobs & string>(
    kind: JobKind,
    title: string,
    name: Name,
    input: JobInput<ReaderJobs[Name]>,
  ): Promise<JobOutput<ReaderJobs[Name]>> {
    return this.#reading.do(kind, title, name, input);
  }

  /** Does a little reading on the thread for long reading, where its results are. */
  readQuietly<Name extends keyof ReaderJobs & string>(
    name: Name,
    input: JobInput<ReaderJobs[Name]>,
  ): Promise<JobOutput<ReaderJobs[Name]>> {
    return this.#reading.quietly(name, input);
  }

  /** Makes, in the background and once for what is loaded, what traces find their records by; without it they are only slower. */
  prepareTrace(): void {
    if (this.#traceIsPrepared) return;
    this.#traceIsPrepared = true;
    this.#writing.quietly('indexForTrace', undefined).catch(() => {});
  }

  cancel(job: string): void {
    this.#writing.cancel(job);
    this.#reading.cancel(job);
  }

  /** Gives up a reading thread that does not stop when it is asked to; the next work begins another. */
  abandonReader(): void {
    this.#reader?.abandon();
    this.#reader = undefined;
  }

  /** Stops all work and closes the file; unfinished work is undone. */
  async close(): Promise<void> {
    this.#writing.cancelAll();
    this.#reading.cancelAll();
    await this.#reader?.close();
    this.views.close();
    this.db.close();
    // The last to close leaves one file.
    await this.#writer.close();
  }

  #startReader(): JobThread<ReaderJobs> {
    this.#reader ??= new JobThread(threadUrl('jobs/reader-thread'), this.path, this.recipe.text);
    return this.#reader;
  }
}

/** What is shown of a workspace and hangs on its recipe. */
const OF_THE_RECIPE: readonly Topic[] = ['lookups', 'files', 'quarantine', 'runs', 'queries', 'exports'];

/** The number that the system knows the file at a path by; undefined where there is none, or none that can be reached. */
function fileAt(path: string): bigint | undefined {
  try {
    return statSync(path, { bigint: true }).ino;
  } catch {
    return undefined;
  }
}
