import type { InsightName } from '../../contract/insights.ts';
import { lastRunNumber, storedRun } from '../explain/stored-run.ts';
import type { InsightStep } from '../recipe/recipe.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { runInsightNames } from './run-insights.ts';

/** The last run's charts: its recipe's own, then those over runs; none before any run. */
export function listInsights(db: ReadableDb): readonly InsightName[] {
  const number = lastRunNumber(db);
  if (number === undefined) return [];
  const { insights, rules } = storedRun(db, number).recipe;
  return [...insights.map(nameOf), ...runInsightNames(rules.length > 0)];
}

/** The charts of single entities that the last run's recipe has; none before any run. */
export function listProfile(db: ReadableDb): readonly InsightName[] {
  const number = lastRunNumber(db);
  return number === undefined ? [] : storedRun(db, number).recipe.profile.map(nameOf);
}

function nameOf({ insight, title, chart }: InsightStep): InsightName {
  return { insight, title, chart };
}
