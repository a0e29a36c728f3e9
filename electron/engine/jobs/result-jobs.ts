import type { Candidate } from '../../contract/explain.ts';
import type { Insight } from '../../contract/insights.ts';
import type { OpenView, ViewPage } from '../../contract/views.ts';
import { findInPopulation, findInSources } from '../explain/find.ts';
import { Failure } from '../failure.ts';
import { insightRecordsQuery } from '../insights/insight-records.ts';
import { profileInsight } from '../insights/profile.ts';
import { recipeInsight } from '../insights/recipe-insight.ts';
import { exportQuery } from '../queries/export-query.ts';
import { exposedTables } from '../queries/exposed-tables.ts';
import { type QueryRequest, readyQuery, readyRecipeQuery } from '../queries/ready-query.ts';
import { resultsOf } from '../queries/result-store.ts';
import type { JobTable, ReaderContext } from './job.ts';

/** Queries whose answers take long, and the results that they leave. */
export const resultJobs = {
  /** Runs a user's query and keeps its first rows. */
  runQuery(
    { db, recipe }: ReaderContext,
    request: QueryRequest,
  ): OpenView & { readonly milliseconds: number } {
    const started = performance.now();
    const view = resultsOf(db).keep(readyQuery(db, recipe, request), recipe.key);
    return { ...view, milliseconds: Math.round(performance.now() - started) };
  },

  /** Runs a user's query and writes all its rows as CSV. */
  exportQuery(
    { db, recipe }: ReaderContext,
    { path, ...request }: QueryRequest & { readonly path: string },
  ): Promise<{ readonly rows: number }> {
    return exportQuery(db, readyQuery(db, recipe, request), path);
  },

  /** Rows of a result that is kept. */
  resultPage(
    { db }: ReaderContext,
    { view, from, count }: { readonly view: string; readonly from: number; readonly count: number },
  ): ViewPage {
    return resultsOf(db).page(view, from, count);
  },

  /** A chart of the last run's recipe with its data. */
  insight({ db, recipe }: ReaderContext, { insight }: { readonly insight: string }): Insight {
    const exposed = exposedTables(db, recipe);
    const step = exposed.recipe.insights.find((each) => each.insight === insight);
    if (!exposed.run || !step) throw new Failure(`The last run has no chart ${insight}.`, 'Choose another.');
    return recipeInsight(db, exposed, step);
  },

  /** A chart of the last run's profile with the data of one entity. */
  profileInsight(
    { db, recipe }: ReaderContext,
    { insight, key }: { readonly insight: string; readonly key: readonly string[] },
  ): Insight {
    return profileInsight(db, exposedTables(db, recipe), insight, key);
  },

  /** Opens the records behind a mark of a chart. */
  insightRecords(
    { db, recipe }: ReaderContext,
    {
      insight,
      values,
    }: { readonly insight: string; readonly values: Readonly<Record<string, string | null>> },
  ): OpenView {
    const exposed = exposedTables(db, recipe);
    const { query, bindings } = insightRecordsQuery(exposed.recipe, insight, values);
    const ready = readyRecipeQuery(db, exposed, query.sql, { ...exposed.run?.bindings, ...bindings });
    return resultsOf(db).keep(ready, exposed.recipe.key);
  },

  /** Entities of the last run's population in which a text stands. */
  findInPopulation(
    { db }: ReaderContext,
    { text, most }: { readonly text: string; readonly most: number },
  ): readonly Candidate[] {
    return findInPopulation(db, text, most);
  },

  /** Entities of the loaded files in which a text stands. */
  findInSources(
    { db, recipe }: ReaderContext,
    { text, most }: { readonly text: string; readonly most: number },
  ): readonly Candidate[] {
    return findInSources(db, recipe, text, most);
  },
} satisfies JobTable<ReaderContext>;
