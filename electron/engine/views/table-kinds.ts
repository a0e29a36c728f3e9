import type { ColumnKind } from '../../contract/workspaces.ts';
import type { Recipe, Source, TableStep } from '../recipe/recipe.ts';
import { columnTypeOf } from '../recipe/table-source.ts';

/** The kind of a source's column, undefined for one that it does not have. */
export function sourceKind(source: Source | undefined, name: string): ColumnKind | undefined {
  return source?.columns.find((column) => column.name === name)?.type.kind;
}

/**
 * The kind of a table's column: that of the source's column of the name, or of the one that it is the least, the most or the
 * sum of; else text, as which every value can be shown.
 */
export function tableKind(recipe: Recipe, step: TableStep, name: string): ColumnKind {
  const own = columnTypeOf(recipe, step, name)?.kind;
  if (own !== undefined) return own;
  const { sql } = step.query;
  const origin = new RegExp(
    `\\b(?:sum|min|max)\\(\\s*(?:\\w+\\.)?(\\w+)\\s*\\)\\s+as\\s+${name}\\b`,
    'i',
  ).exec(sql)?.[1];
  const kind = origin === undefined ? undefined : columnTypeOf(recipe, step, origin)?.kind;
  if (kind !== undefined) return kind;
  return new RegExp(`\\bcount\\([^()]*\\)\\s+as\\s+${name}\\b`, 'i').test(sql) ? 'integer' : 'text';
}
