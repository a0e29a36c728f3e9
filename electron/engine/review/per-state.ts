import { count, type ReadableDb } from '../workspace/database.ts';

/** How much is kept of one workspace at most. */
const MOST = 40;

const kept = new WeakMap<ReadableDb, Map<string, { readonly state: string; readonly value: unknown }>>();

/** What is worked out under a name, worked out anew only where the workspace has changed since. */
export function perState<Value>(db: ReadableDb, name: string, workOut: () => Value): Value {
  // The version tells of what other connections write, the changes of what this one does.
  const version = db.pragma('data_version', { simple: true });
  const state = `${version}:${count(db, 'select total_changes()')}`;
  const all = kept.get(db) ?? new Map();
  kept.set(db, all);
  const known = all.get(name);
  if (known?.state === state) return known.value as Value;
  const value = workOut();
  if (all.size >= MOST) all.clear();
  all.set(name, { state, value });
  return value;
}
