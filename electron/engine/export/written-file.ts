import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';

/** A written file as the manifest lists it. */
export interface WrittenFile {
  readonly name: string;
  /** Rows without the header; null for what is no table. */
  readonly rows: number | null;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Writes a new file, on disk for good when it returns; `produce` writes its text and says how many rows it has. */
export function writeDurably(
  path: string,
  produce: (write: (text: string) => void) => number | null,
): WrittenFile {
  const hash = createHash('sha256');
  let bytes = 0;
  const fd = openSync(path, 'wx');
  try {
    const rows = produce((text) => {
      const buffer = Buffer.from(text);
      for (let done = 0; done < buffer.length; ) done += writeSync(fd, buffer, done);
      hash.update(buffer);
      bytes += buffer.length;
    });
    fsyncSync(fd);
    return { name: basename(path), rows, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(fd);
  }
}
