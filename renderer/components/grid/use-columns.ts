import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type Dispatch, type SetStateAction, useEffect, useMemo } from 'react';
import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import { fittingWidth, textScale } from './column-widths.ts';
import { readLayout, writeLayout } from './layout.ts';
import type { Order } from './list-rows.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});
const helper = createColumnHelper<typeof features, ViewRow>();
const NO_ROWS: ViewRow[] = [];
/** Rows that are measured to make the columns fit. */
const SAMPLE = 60;

/** A column as it stands on screen. */
export interface ShownColumn {
  readonly id: string;
  /** Its place among the cells of a row. */
  readonly place: number;
  readonly column: ViewColumn;
  readonly width: number;
  readonly pinned: boolean;
  /** From the left edge of the row, in pixels, without the row numbers. */
  readonly left: number;
  readonly sorted: 'asc' | 'desc' | null;
}

/** The columns of a grid: their order, widths, what is pinned, hidden and sorted, kept for the next time under the name of the layout. */
export function useColumns(
  columns: readonly ViewColumn[],
  sample: readonly ViewRow[],
  layout: string,
  [sorting, onSortingChange]: readonly [SortingState, Dispatch<SetStateAction<SortingState>>],
) {
  const scale = useMemo(textScale, []);
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column, place) =>
          helper.accessor((row) => row.cells[place], {
            id: columnId(column, place),
            header: column.title,
            enableSorting: column.sortable,
            sortDescFirst: false,
            size: fittingWidth(column, place, sample.slice(0, SAMPLE), scale),
            minSize: 40 * scale,
            maxSize: 2000,
          }),
        ),
      ),
    [columns, sample, scale],
  );
  const stored = useMemo(() => readLayout(layout), [layout]);
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    enableMultiSort: true,
    columnResizeMode: 'onChange',
    initialState: stored,
    state: { sorting },
    onSortingChange,
  });
  const { columnOrder, columnPinning, columnSizing, columnVisibility } = table.state;
  useEffect(() => {
    writeLayout(layout, { columnOrder, columnPinning, columnSizing, columnVisibility });
  }, [layout, columnOrder, columnPinning, columnSizing, columnVisibility]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is read, its state is what changes.
  const shown = useMemo(() => {
    const list: ShownColumn[] = [];
    let left = 0;
    const take = (pinned: boolean, each: ReturnType<typeof table.getCenterVisibleLeafColumns>) => {
      for (const model of each) {
        const place = placeOf(model.id);
        const column = columns[place];
        if (!column || columnId(column, place) !== model.id) continue;
        const width = model.getSize();
        list.push({ id: model.id, place, column, width, pinned, left, sorted: model.getIsSorted() || null });
        left += width;
      }
    };
    take(true, table.getStartVisibleLeafColumns());
    take(false, table.getCenterVisibleLeafColumns());
    return list;
  }, [definitions, columnOrder, columnPinning, columnSizing, columnVisibility, sorting]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is one and the same; what is shown of it is what changes.
  return useMemo(() => ({ table, shown, scale }), [shown, scale]);
}

/** What a grid is sorted by, as whoever sorts takes it. */
export function ordersOf(sorting: SortingState): readonly Order[] {
  return sorting.map(({ id, desc }) => ({
    column: placeOf(id),
    name: id.slice(id.indexOf(':') + 1),
    descending: desc,
  }));
}

/** The model of a grid's columns. */
export type Columns = ReturnType<typeof useColumns>;

/** Names a column: two may have one name, as in a query's result. */
function columnId({ name }: ViewColumn, place: number): string {
  return `${place}:${name}`;
}

function placeOf(id: string): number {
  return Number.parseInt(id, 10);
}
