import { moveItem } from '../../components/order/move-item.ts';

/** A column of a list, as the user wants it exported. */
export interface ColumnChoice {
  readonly name: string;
  readonly description: string;
  readonly chosen: boolean;
  readonly hashed: boolean;
}

/** Columns as the file of a list has them: all that it is written with, as they are. */
export function asTheyAre(
  columns: readonly { readonly name: string; readonly description: string; readonly written: boolean }[],
): readonly ColumnChoice[] {
  return columns.map(({ name, description, written }) => {
    return { name, description, chosen: written, hashed: false };
  });
}

/** The columns with one of them changed. */
export function changed(
  columns: readonly ColumnChoice[],
  name: string,
  patch: Partial<Pick<ColumnChoice, 'chosen' | 'hashed'>>,
): readonly ColumnChoice[] {
  return columns.map((column) => (column.name === name ? { ...column, ...patch } : column));
}

/** The columns with one of them at another place, counted from 0; beyond an end is at that end. */
export function moved(columns: readonly ColumnChoice[], name: string, to: number): readonly ColumnChoice[] {
  const column = columns.find((each) => each.name === name);
  return column ? moveItem(columns, column, to) : columns;
}

/** What is exported, in order. */
export function chosenOf(columns: readonly ColumnChoice[]): readonly Pick<ColumnChoice, 'name' | 'hashed'>[] {
  return columns.filter(({ chosen }) => chosen).map(({ name, hashed }) => ({ name, hashed }));
}
