import type { LookupInfo } from '../../contract/lookups.ts';
import { lookupCells } from './lookup-cells.ts';
import type { ListLookup, Lookup, Recipe } from './recipe.ts';

/** A lookup as the app shows it, beside the one that the recipe itself has. */
export function lookupInfo(lookup: Lookup, recipe: Pick<Recipe, 'lookups'>, own: Lookup): LookupInfo {
  const { title, description } = lookup;
  const any = {
    ...{ lookup: lookup.lookup, title, description },
    cells: lookupCells(lookup),
    own: lookupCells(own),
  };
  if (lookup.kind === 'list') {
    const key = { title: lookup.key.title, values: lookup.rows.map(([name = '']) => name) };
    return { kind: 'list', ...any, key, columns: lookup.columns.map((column) => column.title) };
  }
  const { rows, columns, value } = lookup;
  const list = recipe.lookups.find((each) => each.lookup === value.of);
  return {
    ...{ kind: 'grid', ...any, value: value.title },
    rows: { title: rows.title, values: rows.values.map(String) },
    columns: { title: columns.title, values: columns.values.map(String) },
    choices: list?.kind === 'list' ? list.rows.map(([name = '']) => name) : null,
    choiceTitles: list?.kind === 'list' ? titlesOf(list) : null,
  };
}

/** The texts of a list's column `title`, which stand for its keys on screen; null where it has no such column. */
function titlesOf({ columns, rows }: ListLookup): readonly string[] | null {
  const at = columns.findIndex(({ column }) => column === 'title');
  return at < 0 ? null : rows.map((row) => row[at + 1] ?? '');
}
