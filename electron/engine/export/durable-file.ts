import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** A part of a file, in order. */
export type Piece = string | Uint8Array;

/** What a finished file is known by. */
export interface FileSeal {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A new file that is written piece by piece; where something stands already it is refused (EEXIST). */
export class DurableFile {
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(path: string) {
    this.#fd = openSync(path, 'wx');
  }

  write(piece: Piece): void {
    const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
    for (let done = 0; done < buffer.length; ) done += writeSync(this.#fd, buffer, done);
    this.#hash.update(buffer);
    this.#bytes += buffer.length;
  }

  /** Forces what was written to disk. */
  finish(): FileSeal {
    fsyncSync(this.#fd);
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  close(): void {
    closeSync(this.#fd);
  }
}
