import type { InsightShape } from '../../contract/insights.ts';

/** All that the records of an insight may bind of the mark that is opened. */
export const MARK_PARAMETERS = ['x', 'series', 'y'] as const;

/** What the records of an insight of a shape bind, with the column that each is read from. */
export function markParameters(shape: InsightShape): ReadonlyMap<string, string> {
  if (shape.chart === 'fields') return new Map();
  const x = ['x', shape.x.column] as const;
  if (shape.chart === 'heat map' || shape.chart === 'status grid') return new Map([x, ['y', shape.y.column]]);
  if ('series' in shape && shape.series !== null) return new Map([x, ['series', shape.series]]);
  return new Map([x]);
}
