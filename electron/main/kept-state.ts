import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const StateSchema = z.object({
  window: z
    .object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximised: z.boolean() })
    .optional(),
  lastFolder: z.string().optional(),
});

/** What the app remembers of its frame from one start to the next. */
export type State = z.infer<typeof StateSchema>;

/** A window's size and place, in pixels that do not depend on the screen's scale. */
export type KeptWindow = NonNullable<State['window']>;

/** A small file in the user's data folder; nothing but convenience hangs on it. */
export class KeptState {
  readonly #file: string;
  #state: State;

  constructor(folder: string) {
    this.#file = join(folder, 'window.json');
    this.#state = read(this.#file);
  }

  get state(): State {
    return this.#state;
  }

  /** Remembers something from now on; a disk that refuses it is no reason to stop. */
  keep(change: State): void {
    this.#state = { ...this.#state, ...change };
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      // Beside it first: the file is the old one or the new one.
      writeFileSync(`${this.#file}.new`, `${JSON.stringify(this.#state)}\n`);
      renameSync(`${this.#file}.new`, this.#file);
    } catch {}
  }
}

function read(file: string): State {
  try {
    return StateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
