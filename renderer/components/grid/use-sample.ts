import { useRef } from 'react';
import type { ViewRow } from '../../../electron/contract/views.ts';
import type { Rows } from './rows.ts';

/** The first rows of the first view that had any: the columns are made to fit them, and do not jump afterwards. */
export function useSample(rows: Rows): readonly ViewRow[] {
  const sample = useRef<{ readonly columns: Rows['columns']; readonly rows: readonly ViewRow[] } | null>(
    null,
  );
  const isSame =
    sample.current &&
    sample.current.columns.length === rows.columns.length &&
    sample.current.columns.every(({ name }, place) => name === rows.columns[place]?.name);
  if (!isSame || sample.current?.rows.length === 0) {
    const first: ViewRow[] = [];
    for (let index = 0; index < Math.min(rows.count, 60); index++) {
      const row = rows.rowAt(index);
      if (row) first.push(row);
    }
    sample.current = { columns: rows.columns, rows: first };
  }
  return sample.current?.rows ?? [];
}
