import { useSyncExternalStore } from 'react';
import type { OnUpload } from '../host/host.ts';

/** Files that are being handed to the host, with how far they are, 0 to 1. */
export type Uploads = ReadonlyMap<string, number>;

let uploads: Uploads = new Map();
const listeners = new Set<() => void>();

/** Notes how far a file is. */
export const noteUpload: OnUpload = (name, fraction) => {
  const next = new Map(uploads);
  if (fraction === null) next.delete(name);
  else next.set(name, fraction);
  uploads = next;
  for (const listener of listeners) listener();
};

/** The files that are being handed over now. */
export function useUploads(): Uploads {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads,
  );
}
