import { useMemo } from 'react';
import type { DrawnColumns } from './grid-row.tsx';
import type { ShownColumn } from './use-columns.ts';

/** Columns beyond the edge that are drawn, so that a small scroll shows no gap, in pixels. */
const OVERSCAN = 240;

/** Which columns are drawn at this place: a table may have thousands. */
export function useDrawnColumns(
  shown: readonly ShownColumn[],
  scrollLeft: number,
  width: number,
  gutter: number,
): DrawnColumns {
  const pinned = useMemo(() => shown.filter((column) => column.pinned), [shown]);
  const others = useMemo(() => shown.filter((column) => !column.pinned), [shown]);
  const from = others.findIndex(({ left, width: own }) => left + own > scrollLeft - OVERSCAN);
  const first = from < 0 ? 0 : from;
  const end = others.findIndex(({ left }) => left > scrollLeft + width + OVERSCAN);
  const last = end < 0 ? others.length : end;
  return useMemo(() => {
    const sum = (columns: readonly ShownColumn[]) => columns.reduce((total, each) => total + each.width, 0);
    return {
      pinned,
      seen: others.slice(first, last),
      before: sum(others.slice(0, first)),
      after: sum(others.slice(last)),
      gutter,
    };
  }, [pinned, others, first, last, gutter]);
}
