import { AS_OF, type ColumnType } from '../ingest/values.ts';
import type { Recipe, Source } from './recipe.ts';

/** A recipe whose sources take no day after the as-of date where a column says so; for loading, and for that alone. */
export function sourcesAsOf(recipe: Recipe, asOf: string): Recipe {
  return { ...recipe, sources: recipe.sources.map((source) => sourceAsOf(source, asOf)) };
}

/** A source of which columns with `most: as_of` take no day after this one; the same source where none does. */
export function sourceAsOf(source: Source, asOf: string): Source {
  if (!source.columns.some(({ type }) => isBounded(type))) return source;
  const columns = source.columns.map((column) =>
    isBounded(column.type) ? { ...column, type: { ...column.type, most: asOf } } : column,
  );
  return { ...source, columns };
}

/** The day after which a source takes none; null where no column asks for one. */
export function dayOf({ name, columns }: Pick<Source, 'name' | 'columns'>): string | null {
  const day = columns.map(({ type }) => type).find(isBounded)?.most ?? null;
  if (day === AS_OF) throw new Error(`${name} is to be loaded without an as-of date.`);
  return day;
}

/** Whether a column takes no day after the as-of date. */
export function isBounded(
  type: ColumnType,
): type is ColumnType & { readonly kind: 'date'; readonly most: string } {
  return type.kind === 'date' && type.most !== undefined;
}
