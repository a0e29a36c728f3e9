import { basename } from 'node:path';
import { DurableFile, type FileSeal, type Piece } from './durable-file.ts';

/** A written file as the manifest lists it. */
export interface WrittenFile extends FileSeal {
  readonly name: string;
  /** Rows without the header; null for what is no table. */
  readonly rows: number | null;
}

/** Writes a new file, on disk for good when it returns; `produce` writes its pieces and says how many rows it has. */
export function writeDurably(
  path: string,
  produce: (write: (piece: Piece) => void) => number | null,
): WrittenFile {
  const file = new DurableFile(path);
  try {
    const rows = produce((piece) => file.write(piece));
    return { name: basename(path), rows, ...file.finish() };
  } finally {
    file.close();
  }
}
