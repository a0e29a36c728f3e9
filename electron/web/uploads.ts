import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Uploaded } from '../contract/web.ts';
import { explainSystemError, Failure } from '../engine/failure.ts';
import type { ResolvedFile } from '../engine/session/host.ts';
import { safeName } from './safe-name.ts';

const HANDLE = /^upload:([0-9a-f-]{36})$/;

/** Stands in for the id of an upload that is not complete. */
const PART = '.part';

/** The file, beside an upload's content, that holds its name as the user knows it. */
const NAME_FILE = '.name';

/**
 * The files that the page has sent, each in a folder of its own: `<id>/<name>`. They outlast the host, so that a workspace can
 * read its files anew later.
 */
export class Uploads {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Writes a file as its bytes come, as fast as the disk takes them. What is broken off leaves nothing. Throws a Failure where the disk
   * refuses it, and what `bytes` throws.
   */
  async receive(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Uploaded> {
    const id = randomUUID();
    const part = join(this.#folder, id + PART);
    try {
      await mkdir(part, { recursive: true, mode: 0o700 });
      const file = await open(join(part, safeName(name)), 'wx', 0o600);
      try {
        await file.writeFile(bytes);
      } finally {
        await file.close();
      }
      await writeFile(join(part, NAME_FILE), name, { mode: 0o600 });
      await rename(part, join(this.#folder, id));
    } catch (error) {
      // What went wrong first is what counts.
      await rm(part, { recursive: true, force: true }).catch(() => {});
      throw explainSystemError(error, `${name} could not be taken over`);
    }
    return { file: `upload:${id}` };
  }

  /** Where an uploaded file is. Throws a Failure for a handle of no upload, or of one that is gone. */
  resolve(handle: string): ResolvedFile {
    const [, id = ''] = HANDLE.exec(handle) ?? [];
    const folder = join(this.#folder, id);
    if (id === '' || !existsSync(join(folder, NAME_FILE))) {
      throw new Failure('The file is no longer with Muster.', 'Choose it again.');
    }
    const name = readFileSync(join(folder, NAME_FILE), 'utf8');
    return { path: join(folder, safeName(name)), name, own: true };
  }

  /** Removes what came before an instant (milliseconds) and stands in none of the paths in use. */
  clean(before: number, inUse: readonly string[]): void {
    if (!existsSync(this.#folder)) return;
    for (const id of readdirSync(this.#folder)) {
      const folder = join(this.#folder, id);
      const cameAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? before;
      if (cameAt >= before || inUse.some((path) => path.includes(id))) continue;
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
