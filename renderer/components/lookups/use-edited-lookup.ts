import { useCallback } from 'react';
import { useStepQuery } from '../../router/use-route.ts';

/** Which lookup is open for changes; it stands in the address, so that buttons and the palette can ask for it. */
export function useEditedLookup(): readonly [
  lookup: string | undefined,
  edit: (lookup: string | null) => void,
] {
  const [{ lookup }, change] = useStepQuery();
  const edit = useCallback((next: string | null) => change({ lookup: next }), [change]);
  return [lookup, edit];
}
