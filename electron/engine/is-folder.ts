import { statSync } from 'node:fs';

/** Whether a path leads to a folder; of one that leads nowhere, or in a circle, the answer is no. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
