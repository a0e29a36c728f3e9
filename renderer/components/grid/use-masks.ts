import { useCallback, useMemo, useState } from 'react';
import { isPersonal } from './cell-text.ts';
import type { ShownColumn } from './use-columns.ts';

/** The ids of the columns whose values are masked: personal ones while that is asked for, but for what the user decided of one; and how to decide. */
export function useMasks(
  shown: readonly ShownColumn[],
  masking: boolean,
): readonly [ReadonlySet<string>, (id: string) => void] {
  const [own, setOwn] = useState<Readonly<Record<string, boolean>>>({});
  const masked = useMemo(() => {
    const columns = shown.filter(({ id, column }) => own[id] ?? (masking && isPersonal(column)));
    return new Set(columns.map(({ id }) => id));
  }, [shown, own, masking]);
  const toggle = useCallback(
    (id: string) => setOwn((before) => ({ ...before, [id]: !masked.has(id) })),
    [masked],
  );
  return [masked, toggle];
}
