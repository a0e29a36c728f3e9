import { byBytes } from '../oracle/by-bytes.ts';
import { byId } from '../oracle/ledger.ts';
import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';

export type Identity = 'map' | 'positional';

/** Which user_uuid belongs to which current lead, by email: from the verified entries, or counted off. */
export function linksOf(
  identity: Identity,
  emails: readonly string[],
  users: ReadonlySet<string>,
  entries: readonly Row[],
): ReadonlyMap<string, string> {
  if (identity === 'map') {
    const known = new Set(emails);
    return new Map(
      entries
        .map((entry) => [textOf(entry, 'email'), textOf(entry, 'user_uuid')] as const)
        .filter(([email]) => known.has(email)),
    );
  }
  const inOrder = [...users].toSorted(byId);
  return new Map(
    emails.toSorted(byBytes).flatMap((email, at) => {
      const user = inOrder[at];
      return user === undefined ? [] : [[email, user] as const];
    }),
  );
}
