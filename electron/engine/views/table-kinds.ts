import type { ColumnKind } from '../../contract/workspaces.ts';
import type { Recipe, Source, TableStep } from '../recipe/recipe.ts';

/** The kind of a source's column, undefined for one that it does not have. */
export function sourceKind(source: Source | undefined, name: string): ColumnKind | undefined {
  return source?.columns.find((column) => column.name === name)?.type.kind;
}

/**
 * The kind of a table's column: that of the source's column of the name, or of the one that it is the least, the most or the
 * sum of; else text, as which every value can be shown.
 */
export function tableKind(recipe: Recipe, { from, query }: TableStep, name: string): ColumnKind {
  const source = recipe.sources.find((each) => each.name === from);
  const own = sourceKind(source, name);
  if (own !== undefined) return own;
  const origin = new RegExp(
    `\\b(?:sum|min|max)\\(\\s*(?:\\w+\\.)?(\\w+)\\s*\\)\\s+as\\s+${name}\\b`,
    'i',
  ).exec(query.sql)?.[1];
  const kind = origin === undefined ? undefined : sourceKind(source, origin);
  if (kind !== undefined) return kind;
  return new RegExp(`\\bcount\\([^()]*\\)\\s+as\\s+${name}\\b`, 'i').test(query.sql) ? 'integer' : 'text';
}
