import type { WhatIf } from '../../contract/runs.ts';
import { indexForTrace } from '../explain/trace-index.ts';
import { type Trial, tryOut } from '../explain/trial-run.ts';
import { Failure } from '../failure.ts';
import { resolveParams } from '../recipe/parameters.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { switchSnapshot, type TakenOut } from '../run/history-out.ts';
import { publishRun, unpublishRun } from '../run/published.ts';
import { runLoaded } from '../run/run-loaded.ts';
import type { JobTable, WriterContext } from './job.ts';

/** What a run is made with, as the user typed it. */
export interface RunInput {
  readonly asOf: string;
  readonly params: Readonly<Record<string, string>>;
  /** Sources to do without, in any order. */
  readonly without: readonly string[];
}

/** Runs over what is loaded. */
export const runJobs = {
  /** Runs the recipe and keeps the run; the number and whether it balances. */
  async run(
    context: WriterContext,
    { asOf, params, without }: RunInput,
  ): Promise<{ readonly run: number; readonly balanced: boolean }> {
    const { workspace, recipe } = context;
    const resolved = resolveParams(recipe, new Map(Object.entries(params)));
    const { tables, reconciliation } = await runLoaded(
      workspace,
      { recipe, asOf, params: resolved, without: leftOut(recipe, without) },
      stoppable(context),
      context.cancel,
    );
    return { run: tables.run, balanced: reconciliation.balanced };
  },

  /** Publishes a run; how many entities it delivered. */
  publishRun({ workspace, recipe }: WriterContext, { run }: { readonly run: number }): number {
    return workspace.db.transaction(() => publishRun(workspace.db, recipe, run)).immediate();
  },

  /** Takes a publication back. */
  unpublishRun({ workspace }: WriterContext, { run }: { readonly run: number }): void {
    workspace.db.transaction(() => unpublishRun(workspace.db, run)).immediate();
  },

  /** Takes the rows that a run left in a history out, or puts them back. */
  switchSnapshot(
    { workspace: { db }, recipe }: WriterContext,
    { out, ...of }: TakenOut & { readonly out: boolean },
  ): void {
    db.transaction(() => switchSnapshot(db, recipe, of, out)).immediate();
  },

  /** Makes what traces find their records by; quick where it is there already. */
  indexForTrace({ workspace, recipe }: WriterContext): void {
    workspace.db.transaction(() => indexForTrace(workspace.db, recipe)).immediate();
  },

  /** Runs on trial and keeps nothing. */
  tryOut(context: WriterContext, trial: Trial): Promise<WhatIf> {
    return tryOut(context.workspace, trial, stoppable(context), context.cancel);
  },
} satisfies JobTable<WriterContext>;

/** The sources to do without, in the recipe's order; throws a Failure for one that it has not. */
function leftOut({ id, sources }: Recipe, without: readonly string[]): readonly string[] {
  const names = sources.map(({ name }) => name);
  const unknown = without.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Failure(`The recipe ${id} has no source ${unknown}.`, 'Leave out another, or none.');
  }
  return names.filter((name) => without.includes(name));
}

/** Hears of progress, and between two steps stops when the user asked for it. */
function stoppable({ onProgress, cancel }: WriterContext): WriterContext['onProgress'] {
  return (progress) => {
    cancel.check();
    onProgress(progress);
  };
}
