import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** The list holds no more than a person remembers. */
const MOST_RECENTS = 20;

const RecentsSchema = z.array(z.object({ path: z.string(), recipeTitle: z.string(), openedAt: z.string() }));

/** A workspace that was opened. */
export type Recent = z.infer<typeof RecentsSchema>[number];

/** The workspaces that were opened, latest first, kept in a small file of their own. */
export class Recents {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** The list; empty where there is none or it cannot be read: nothing but convenience hangs on it. */
  read(): readonly Recent[] {
    if (!existsSync(this.#file)) return [];
    try {
      return RecentsSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return [];
    }
  }

  /** Notes that a workspace was opened just now. */
  add(path: string, recipeTitle: string): void {
    const others = this.read().filter((recent) => recent.path !== path);
    const recent = { path, recipeTitle, openedAt: new Date().toISOString() };
    this.#write([recent, ...others].slice(0, MOST_RECENTS));
  }

  remove(path: string): void {
    this.#write(this.read().filter((recent) => recent.path !== path));
  }

  #write(recents: readonly Recent[]): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    // Beside it first: the list is the old one or the new one.
    const fresh = `${this.#file}.${process.pid}.new`;
    writeFileSync(fresh, `${JSON.stringify(recents, null, 2)}\n`);
    renameSync(fresh, this.#file);
  }
}
