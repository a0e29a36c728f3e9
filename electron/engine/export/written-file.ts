import { basename } from 'node:path';
import { DurableFile, type FileSeal } from './durable-file.ts';

/** A written file as the manifest lists it. */
export interface WrittenFile extends FileSeal {
  readonly name: string;
  /** Rows without the header; null for what is no table. */
  readonly rows: number | null;
}

/** Writes a new file, on disk for good when it returns; `produce` writes its text and says how many rows it has. */
export function writeDurably(
  path: string,
  produce: (write: (text: string) => void) => number | null,
): WrittenFile {
  const file = new DurableFile(path);
  try {
    const rows = produce((text) => file.write(text));
    return { name: basename(path), rows, ...file.finish() };
  } finally {
    file.close();
  }
}
