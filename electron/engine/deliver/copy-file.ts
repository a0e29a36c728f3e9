import { closeSync, copyFileSync, createReadStream, fsyncSync, linkSync, openSync } from 'node:fs';
import { writeWhole } from '../export/write-whole.ts';
import { Failure } from '../failure.ts';
import type { DeliveredFile } from './delivery.ts';

/** Copies a file that a run has written, on disk for good when it returns; throws a Failure where it is no more what was written. */
export async function copyDelivered({ path, name, sha256 }: DeliveredFile, to: string): Promise<void> {
  await writeWhole(to, createReadStream(path), (copy) => {
    if (copy.sha256 !== sha256) {
      throw new Failure(`${name} was changed while it was delivered.`, 'Run again.');
    }
    copy.place();
  });
}

/** Lets a file stand in a second place of the same disk, or copies it where the disk knows no links. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    const file = openSync(to, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
