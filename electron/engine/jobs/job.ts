import type { OnProgress } from '../../contract/progress.ts';
import type { Recipe, RecipeText } from '../recipe/recipe.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import type { ReadableDb } from '../workspace/database.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a job of the writing thread works with. It begins and ends its own transactions. */
export interface WriterContext {
  readonly workspace: Workspace;
  readonly recipe: Recipe;
  readonly onProgress: OnProgress;
  readonly cancel: CancelFlag;
}

/** What a job works with that changes the recipe. */
export interface RecipeContext extends WriterContext {
  /** Has the jobs after this one work with another recipe. */
  readonly workWith: (recipe: Recipe) => void;
}

/** What a job of the reading thread works with. */
export interface ReaderContext {
  readonly path: string;
  readonly db: ReadableDb;
  readonly recipe: Recipe;
  readonly onProgress: OnProgress;
  readonly cancel: CancelFlag;
}

/** A job: what it is given and what it returns cross between threads as structured clones. */
export type JobHandler<Context> = (context: Context, input: never) => unknown;

/** The jobs that a thread can do, by name. */
export type JobTable<Context> = Readonly<Record<string, JobHandler<Context>>>;

/** What a job is given. */
export type JobInput<Handler> = Handler extends (context: never, input: infer Input) => unknown
  ? Input
  : never;

/** What a job returns. */
export type JobOutput<Handler> = Handler extends (...args: never) => infer Output ? Awaited<Output> : never;

/** What a thread needs to begin. */
export interface ThreadData {
  readonly path: string;
  readonly recipe: RecipeText;
  readonly cancel: SharedArrayBuffer;
}

/** What the session sends to a thread. */
export type ToThread =
  | { readonly kind: 'job'; readonly job: string; readonly name: string; readonly input: unknown }
  /** The recipe with which jobs from now on work. */
  | { readonly kind: 'recipe'; readonly recipe: RecipeText }
  | { readonly kind: 'close' };

/** What a thread sends back. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly job: string; readonly progress: Parameters<OnProgress>[0] }
  | { readonly kind: 'done'; readonly job: string; readonly output: unknown }
  | { readonly kind: 'failed'; readonly job: string | null; readonly failure: CrossingFailure }
  | { readonly kind: 'closed' };

/** An error on its way between threads: what the user can act on, a stop that was asked for, or a fault of Muster's own. */
export type CrossingFailure =
  | { readonly kind: 'failure'; readonly message: string; readonly nextStep: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string };
