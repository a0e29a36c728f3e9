import type { Lookup } from './recipe.ts';
import type { RecipeYaml } from './schema.ts';

/** Makes a lookup from its part of a recipe.yaml whose lookups are checked: every cell is there. */
export function buildLookup(declared: RecipeYaml['lookups'][number]): Lookup {
  const { lookup, title, description = '' } = declared;
  const cell = (value: string | null | undefined) => value?.trim() ?? '';
  if ('grid' in declared) {
    const { grid, value, cells } = declared;
    return {
      ...{ kind: 'grid', lookup, title, description, rows: grid.rows, columns: grid.columns },
      value: { ...value, of: value.of },
      cells: cells.map((row) => row.map(cell)),
    };
  }
  const { key, columns, rows } = declared;
  return {
    ...{ kind: 'list', lookup, title, description, key, columns },
    rows: Object.entries(rows).map(([name, row]) => [
      name,
      ...columns.map(({ column }) => cell(row[column])),
    ]),
  };
}
