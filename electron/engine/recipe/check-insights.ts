import type { Axis } from '../../contract/insights.ts';
import type { DraftRecipe } from './build-recipe.ts';
import { markParameters } from './mark-parameters.ts';
import { didYouMean, failureAt, listed } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { InsightStep, Query } from './recipe.ts';
import type { YamlPath } from './yaml-document.ts';

/** A column that a chart draws, what it is there, and where recipe.yaml names it. */
interface Drawn {
  readonly column: string;
  readonly what: string;
  readonly path: YamlPath;
}

/** The columns of a query's result, once it has passed the checks of all queries; `own` is what it binds besides the recipe's values. */
type ColumnsOf = (query: Query, own?: readonly string[]) => readonly string[];

/**
 * Checks that each insight draws columns that its query returns, and that its records bind what names a mark; of the profile, whose queries
 * bind the key, the same. Throws a Failure with file and line.
 */
export function checkInsights(
  { insights, profile, key }: DraftRecipe,
  document: RecipeDocument,
  columns: ColumnsOf,
): void {
  checkCharts(insights, 'insights', document, columns);
  checkCharts(profile, 'profile', document, (query) => columns(query, key));
}

function checkCharts(
  steps: readonly InsightStep[],
  list: 'insights' | 'profile',
  document: RecipeDocument,
  columns: ColumnsOf,
): void {
  steps.forEach((step, index) => {
    const { insight, query, records } = step;
    const named = list === 'insights' ? `the insight ${insight}` : `${insight} in the profile`;
    if ('line' in step && step.line !== null && step.series !== null) {
      throw failureAt(
        document.atKey([list, index, 'line']),
        `${named} has a line and series.`,
        'Remove one of them.',
      );
    }
    const returned = columns(query);
    for (const { column, what, path } of drawnOf(step)) {
      if (returned.includes(column)) continue;
      throw failureAt(
        document.at([list, index, ...path]),
        `the ${what} "${column}" of ${named} is not a column that ${query.file} returns; it returns: ${listed(returned)}.`,
        didYouMean(column, returned, 'Add it to the query.'),
      );
    }
    if (records) columns(records, [...markParameters(step).keys()]);
  });
}

function drawnOf(step: InsightStep): readonly Drawn[] {
  const axis = (key: 'x' | 'y' | 'line' | 'value', column: string, what = key as string): Drawn => {
    return { column, what, path: [key, 'column'] };
  };
  const named = (
    key: 'series' | 'label' | 'severity' | 'status' | 'value' | 'text',
    column: string | null,
  ) => {
    return column === null ? [] : [{ column, what: key, path: [key] }];
  };
  const axes = (key: 'figures' | 'columns' | 'fields', list: readonly Axis[], what: string) => {
    return list.map(({ column }, at) => ({ column, what, path: [key, at, 'column'] }));
  };
  if (step.chart === 'fields') return axes('fields', step.fields, 'field');
  const x = axis('x', step.x.column, 'x axis');
  switch (step.chart) {
    case 'heat map':
      return [
        ...[x, axis('y', step.y.column, 'y axis'), axis('value', step.value.column)],
        ...axes('figures', step.figures, 'figure'),
        ...named('label', step.label),
      ];
    case 'status grid':
      return [
        ...[x, axis('y', step.y.column, 'y axis'), ...named('status', step.status)],
        ...[...named('value', step.value), ...named('text', step.text)],
      ];
    case 'cards':
      return [
        x,
        ...named('severity', step.severity),
        ...named('value', step.value),
        ...named('text', step.text),
      ];
    case 'table':
      return [x, ...axes('columns', step.shown, 'column')];
    default:
      return [
        ...[x, axis('y', step.y.column, 'y axis'), ...named('series', step.series)],
        ...(step.line ? [axis('line', step.line.column)] : []),
      ];
  }
}
