import type { ColumnKind } from '../../contract/workspaces.ts';
import { decimalText } from '../ingest/decimal-text.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { identifier } from '../workspace/database.ts';
import type { PlannedColumn, SqlValue, ViewPlan } from './view-plan.ts';

/** A stored value as files have it, by the kind of its column. */
export function cellText(value: SqlValue, kind: ColumnKind): string | null {
  if (value === null) return null;
  if (typeof value !== 'bigint') return String(value);
  if (kind === 'decimal') return decimalText(value, 2);
  if (kind === 'boolean') return value === 0n ? 'false' : 'true';
  return String(value);
}

/** A column of a table under an alias, read as it stands. */
export function tableColumn(alias: string, name: string, kind: ColumnKind, description = ''): PlannedColumn {
  return {
    name,
    title: name,
    description,
    kind,
    sortable: true,
    searched: true,
    expression: `${alias}.${identifier(name)}`,
    text: (value) => cellText(value, kind),
  };
}

/** A column that is worked out; a search does not look at it. */
export function workedOutColumn(
  name: string,
  title: string,
  kind: ColumnKind,
  expression: string,
  text: (value: SqlValue) => string | null = (value) => cellText(value, kind),
): PlannedColumn {
  return { name, title, description: '', kind, sortable: true, searched: false, expression, text };
}

/** The columns that say where a record stands in the files; `record` is the expression of its number. */
export function placeColumns(record: string): readonly PlannedColumn[] {
  return [
    workedOutColumn(
      'file',
      'File',
      'text',
      `(select file from main.import where import.import = ${record} >> 32)`,
    ),
    workedOutColumn('line', 'Line', 'integer', `(${record} & 4294967295)`),
  ];
}

/** Where the columns of the entity's key stand in a plan; nothing where one of them is not there. */
export function keyPlaces({ key }: Recipe, columns: readonly PlannedColumn[]): Pick<ViewPlan, 'key'> {
  const places = key.map((name) => columns.findIndex((column) => column.name === name));
  return places.includes(-1) ? {} : { key: places };
}
