import type { ReadableDb } from './database.ts';

/** Thrown where work stops because the user asked for it; the transaction that it is in is undone. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('The work was cancelled.');
  }
}

/** A flag that one thread raises and another looks at. */
export class CancelFlag {
  /** To be handed to another thread. */
  readonly memory: SharedArrayBuffer;
  readonly #flag: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.memory = memory;
    this.#flag = new Int32Array(memory);
  }

  get raised(): boolean {
    return Atomics.load(this.#flag, 0) !== 0;
  }

  raise(): void {
    Atomics.store(this.#flag, 0, 1);
  }

  lower(): void {
    Atomics.store(this.#flag, 0, 0);
  }

  /** Throws Cancelled when the flag is raised. */
  check(): void {
    if (this.raised) throw new Cancelled();
  }
}

const guarded = new WeakSet<ReadableDb>();

/**
 * Lets statements on this connection be stopped: SQLite cannot be interrupted, so the views under which queries see
 * their tables ask a function for each row, which throws once the flag is raised.
 */
export function guardReads(db: ReadableDb, flag: CancelFlag): void {
  db.function('not_cancelled', { deterministic: false, varargs: true }, () => {
    if (flag.raised) throw new Cancelled();
    return 1;
  });
  guarded.add(db);
}

/** Whether statements on the connection can be stopped. */
export function isGuarded(db: ReadableDb): boolean {
  return guarded.has(db);
}
