import { Failure } from '../failure.ts';
import { markParameters } from '../recipe/mark-parameters.ts';
import type { Query, Recipe } from '../recipe/recipe.ts';
import type { Bindings } from '../run/query.ts';

/** The query of the records behind a mark, and what it binds besides the run's own values. */
export interface InsightRecords {
  readonly query: Query;
  readonly bindings: Bindings;
}

/**
 * The query of the records behind a mark of an insight; `values` are what names the mark, texts as the insight's rows have them.
 * Throws a Failure for an insight that has no such records.
 */
export function insightRecordsQuery(
  recipe: Recipe,
  insight: string,
  values: Readonly<Record<string, string | null>>,
): InsightRecords {
  const found = recipe.insights.find((each) => each.insight === insight);
  if (!found?.records) {
    throw new Failure(
      `There are no records behind the marks of ${found?.title ?? insight}.`,
      'Choose another chart.',
    );
  }
  const bindings = [...markParameters(found).keys()].map((name) => [name, values[name] ?? null]);
  return { query: found.records, bindings: Object.fromEntries(bindings) };
}
