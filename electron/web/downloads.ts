import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Saved } from '../contract/calls.ts';
import { DOWNLOAD_PATH, DOWNLOAD_TARGET } from '../contract/web.ts';
import { explainSystemError, Failure } from '../engine/failure.ts';
import { safeName } from './safe-name.ts';

/** A written file that waits to be fetched. */
export interface Download {
  readonly path: string;
  readonly name: string;
}

/** The results that the page is to fetch, each in a folder of its own until it is fetched or the host ends. */
export class Downloads {
  readonly #root: string;
  readonly #folder: string;
  readonly #waiting = new Map<string, Download>();

  constructor(root: string) {
    this.#root = root;
    this.#folder = join(root, randomBytes(12).toString('hex'));
  }

  /** A private place to write a result to, for a target of the page's. Throws a Failure for any other target. */
  resolve(target: string): { readonly path: string; saved(): Saved } {
    if (!target.startsWith(DOWNLOAD_TARGET)) {
      throw new Failure('The browser cannot write to a place on the disk.', 'Download the file instead.');
    }
    const token = randomBytes(32).toString('base64url');
    const name = safeName(target.slice(DOWNLOAD_TARGET.length));
    const path = join(this.#folder, token, name);
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    } catch (error) {
      throw explainSystemError(error, dirname(path));
    }
    return {
      path,
      saved: () => {
        this.#waiting.set(token, { path, name });
        return { kind: 'download', url: `${DOWNLOAD_PATH}${token}/${encodeURIComponent(name)}`, name };
      },
    };
  }

  /** The file that waits under a token, which is used up by asking. */
  take(token: string): Download | undefined {
    const download = this.#waiting.get(token);
    this.#waiting.delete(token);
    return download;
  }

  /** Removes a file that was taken. */
  remove({ path }: Download): void {
    rmSync(dirname(path), { recursive: true, force: true });
  }

  /** Removes what hosts have left behind that ended by force before an instant (milliseconds). */
  clean(before: number): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    for (const entry of readdirSync(this.#root)) {
      const folder = join(this.#root, entry);
      const madeAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? before;
      if (madeAt < before) rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Removes all results, fetched or not. */
  close(): void {
    this.#waiting.clear();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
