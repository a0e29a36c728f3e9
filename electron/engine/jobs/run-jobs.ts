import type { WhatIf } from '../../contract/runs.ts';
import { indexForTrace } from '../explain/trace-index.ts';
import { type Trial, tryOut } from '../explain/trial-run.ts';
import { resolveParams } from '../recipe/parameters.ts';
import { publishRun, unpublishRun } from '../run/published.ts';
import { runLoaded } from '../run/run-loaded.ts';
import type { JobTable, WriterContext } from './job.ts';

/** Runs over what is loaded. */
export const runJobs = {
  /** Runs the recipe and keeps the run; the number and whether it balances. */
  async run(
    context: WriterContext,
    { asOf, params }: { readonly asOf: string; readonly params: Readonly<Record<string, string>> },
  ): Promise<{ readonly run: number; readonly balanced: boolean }> {
    const { workspace, recipe } = context;
    const resolved = resolveParams(recipe, new Map(Object.entries(params)));
    const { tables, reconciliation } = await runLoaded(
      workspace,
      { recipe, asOf, params: resolved },
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

  /** Makes what traces find their records by; quick where it is there already. */
  indexForTrace({ workspace, recipe }: WriterContext): void {
    workspace.db.transaction(() => indexForTrace(workspace.db, recipe)).immediate();
  },

  /** Runs on trial and keeps nothing. */
  tryOut(context: WriterContext, trial: Trial): Promise<WhatIf> {
    return tryOut(context.workspace, trial, stoppable(context), context.cancel);
  },
} satisfies JobTable<WriterContext>;

/** Hears of progress, and between two steps stops when the user asked for it. */
function stoppable({ onProgress, cancel }: WriterContext): WriterContext['onProgress'] {
  return (progress) => {
    cancel.check();
    onProgress(progress);
  };
}
