import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The log begins anew at this size, in bytes; the one before it is kept. */
const MOST_BYTES = 1_000_000;

/** Where faults of Muster's own are written, for whoever is asked to help. */
export class FaultLog {
  readonly #file: string;

  constructor(folder: string) {
    this.#file = join(folder, 'muster.log');
    try {
      mkdirSync(folder, { recursive: true });
      if (statSync(this.#file).size > MOST_BYTES) renameSync(this.#file, `${this.#file}.old`);
    } catch {}
  }

  /** Adds lines; a disk that refuses them is no reason to stop. */
  write(text: string): void {
    try {
      appendFileSync(this.#file, `${new Date().toISOString()} ${text.trimEnd()}\n`);
    } catch {}
  }
}
