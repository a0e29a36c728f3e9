import type { Insight } from '../../contract/insights.ts';
import { lastRunNumber, storedRun } from '../explain/stored-run.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { runInsightNames } from './run-insights.ts';

/** The last run's charts: its recipe's own, then those over runs; none before any run. */
export function listInsights(db: ReadableDb): readonly Pick<Insight, 'insight' | 'title' | 'chart'>[] {
  const number = lastRunNumber(db);
  if (number === undefined) return [];
  const own = storedRun(db, number).recipe.insights.map(({ insight, title, chart }) => ({
    insight,
    title,
    chart,
  }));
  return [...own, ...runInsightNames()];
}
