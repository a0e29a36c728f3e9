import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastRunNumber } from '../explain/stored-run.ts';
import { explainSystemError, Failure } from '../failure.ts';
import { SAMPLES_FOLDER } from '../paths.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { recipeOfWorkspace } from '../workspace/stored-recipe.ts';
import type { ResolvedFile, SessionHost } from './host.ts';
import { OpenWorkspace } from './open-workspace.ts';
import { Recents } from './recents.ts';
import { WorkNotices } from './work-notices.ts';

/** How long a workspace that nobody looks at stays open, in milliseconds: a page that is loaded again finds it. */
const LINGER = 3000;

/** All that a host's clients work on: the open workspaces, each opened once however many look at it. */
export class Engine {
  readonly host: SessionHost;
  readonly recents: Recents;
  readonly #open = new Map<string, Promise<OpenWorkspace>>();
  readonly #closing = new Map<string, Promise<void>>();
  readonly #notices: WorkNotices;

  constructor(host: SessionHost) {
    this.host = host;
    this.recents = new Recents(host.recentsFile);
    this.#notices = new WorkNotices((notice) => host.notice(notice));
  }

  /** The workspace of that path, opened where it is not yet. Throws a Failure when it is none. */
  async workspace(path: string): Promise<OpenWorkspace> {
    const opening = this.#open.get(path) ?? this.#begin(path, () => recipeOfWorkspace(path));
    const workspace = await opening;
    if (!workspace.lost) {
      workspace.refuseMoved();
      return workspace;
    }
    // Whoever finds it lost first opens it anew.
    if (this.#open.get(path) === opening) void this.#close(path);
    return this.workspace(path);
  }

  /** Makes a workspace for a recipe under a name that is free, and opens it. */
  async create(recipe: Recipe, name: string): Promise<OpenWorkspace> {
    const { folder } = this.host;
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw explainSystemError(error, folder);
    }
    return this.#begin(this.#freePath(name), () => recipe);
  }

  /** A path in the folder of workspaces at which nothing stands. */
  #freePath(name: string): string {
    const plain =
      name
        .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
        .replace(/^\.+/, '')
        .trim() || 'Workspace';
    for (let copy = 1; ; copy++) {
      const path = join(this.host.folder, `${plain}${copy === 1 ? '' : ` ${copy}`}.muster`);
      if (!existsSync(path) && !this.#open.has(path)) return path;
    }
  }

  /** A file that the user gave, or one of a recipe's sample (`sample:recipe/file`). Throws a Failure for any other handle. */
  resolveFile(handle: string): ResolvedFile {
    const sample = /^sample:([a-z0-9-]+)\/([\w.-]+)$/.exec(handle);
    if (!sample) return this.host.resolveFile(handle);
    const [, recipe = '', name = ''] = sample;
    const path = join(SAMPLES_FOLDER, recipe, name);
    if (name.startsWith('.') || !existsSync(path)) {
      throw new Failure(`There is no sample file ${name}.`, 'Choose your own files.');
    }
    return { path, name, own: false };
  }

  /** Path for a copy of a workspace file that comes from elsewhere. */
  pathForCopy(name: string): string {
    return this.#freePath(name.replace(/\.muster$/i, ''));
  }

  #begin(path: string, recipeOf: () => Recipe): Promise<OpenWorkspace> {
    const opening = (async () => {
      await this.#closing.get(path);
      const recipe = recipeOf();
      const workspace = await OpenWorkspace.open(path, recipe);
      workspace.listeners.observe((event) => this.#notices.hear(path, event));
      this.#remember(path, recipe.title);
      this.host.notice({ kind: 'opened', path });
      this.#linger(workspace);
      // One that the command line made has not what traces are found by.
      if (lastRunNumber(workspace.db) !== undefined) workspace.prepareTrace();
      return workspace;
    })();
    this.#open.set(path, opening);
    opening.catch(() => this.#open.delete(path));
    return opening;
  }

  /** Notes that a workspace was opened; that the list cannot be kept is no reason not to open it. */
  #remember(path: string, recipeTitle: string): void {
    try {
      this.recents.add(path, recipeTitle);
    } catch (error) {
      this.host.log(error);
    }
  }

  /** Closes the workspace once nobody has looked at it for a while. */
  #linger(workspace: OpenWorkspace): void {
    let unused = 0;
    const timer = setInterval(() => {
      unused = workspace.inUse ? 0 : unused + 1;
      if (unused < 2) return;
      clearInterval(timer);
      void this.#close(workspace.path);
    }, LINGER);
    timer.unref();
  }

  async #close(path: string): Promise<void> {
    const open = this.#open.get(path);
    if (!open) return;
    this.#open.delete(path);
    const closing = open.then((workspace) => workspace.close()).catch((error) => this.host.log(error));
    this.#closing.set(path, closing);
    await closing;
    this.#closing.delete(path);
  }

  /** Stops all work and closes all workspaces. */
  async close(): Promise<void> {
    // Among them those that are being closed already, as nobody looked at them any more.
    const closing = [...this.#closing.values()];
    await Promise.all([...closing, ...[...this.#open.keys()].map((path) => this.#close(path))]);
  }
}
