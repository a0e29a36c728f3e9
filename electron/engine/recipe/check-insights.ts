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

/**
 * Checks that each insight draws columns that its query returns, and that its records bind what names a mark; throws a Failure with file
 * and line.
 */
export function checkInsights(
  { insights }: DraftRecipe,
  document: RecipeDocument,
  columns: (query: Query, own?: readonly string[]) => readonly string[],
): void {
  insights.forEach((step, index) => {
    const { insight, query, records } = step;
    if ('line' in step && step.line !== null && step.series !== null) {
      throw failureAt(
        document.atKey(['insights', index, 'line']),
        `the insight ${insight} has a line and series.`,
        'Remove one of them.',
      );
    }
    const returned = columns(query);
    for (const { column, what, path } of drawnOf(step)) {
      if (returned.includes(column)) continue;
      throw failureAt(
        document.at(['insights', index, ...path]),
        `the ${what} "${column}" of the insight ${insight} is not a column that ${query.file} returns; it returns: ${listed(returned)}.`,
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
  const named = (key: 'series' | 'label' | 'severity' | 'value' | 'text', column: string | null) => {
    return column === null ? [] : [{ column, what: key, path: [key] }];
  };
  const x = axis('x', step.x.column, 'x axis');
  switch (step.chart) {
    case 'heat map':
      return [
        ...[x, axis('y', step.y.column, 'y axis'), axis('value', step.value.column)],
        ...step.figures.map(({ column }, at) => ({
          column,
          what: 'figure',
          path: ['figures', at, 'column'],
        })),
        ...named('label', step.label),
      ];
    case 'cards':
      return [
        x,
        ...named('severity', step.severity),
        ...named('value', step.value),
        ...named('text', step.text),
      ];
    case 'table':
      return [
        x,
        ...step.shown.map(({ column }, at) => ({ column, what: 'column', path: ['columns', at, 'column'] })),
      ];
    default:
      return [
        ...[x, axis('y', step.y.column, 'y axis'), ...named('series', step.series)],
        ...(step.line ? [axis('line', step.line.column)] : []),
      ];
  }
}
