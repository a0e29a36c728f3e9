import type { Lookup } from './recipe.ts';
import type { YamlPath } from './yaml-document.ts';

/** What can be changed of a lookup: of a grid its cells by row and column, of a list each row without its key. */
export function lookupCells(lookup: Lookup): readonly (readonly string[])[] {
  return lookup.kind === 'grid' ? lookup.cells : lookup.rows.map(([, ...cells]) => cells);
}

/** Where in a recipe.yaml a cell of its lookup stands; `index` is that of the lookup. */
export function cellPath(lookup: Lookup, index: number, row: number, column: number): YamlPath {
  if (lookup.kind === 'grid') return ['lookups', index, 'cells', row, column];
  const [name = ''] = lookup.rows[row] ?? [];
  return ['lookups', index, 'rows', name, lookup.columns[column]?.column ?? ''];
}
