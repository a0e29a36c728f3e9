import { Failure } from '../failure.ts';
import type { Query, Recipe } from '../recipe/recipe.ts';
import type { Bindings } from '../run/query.ts';

/** The query of the records behind a mark, and what it binds besides the run's own values. */
export interface InsightRecords {
  readonly query: Query;
  readonly bindings: Bindings;
}

/**
 * The query of the records behind a mark of an insight; `values` are the mark's `x` and `series`, texts as the insight's rows have them.
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
  const { x = null, series = null } = values;
  return { query: found.records, bindings: { x, series } };
}
