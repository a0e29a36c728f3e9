import { existsSync, realpathSync } from 'node:fs';
import type { OnProgress } from '../../contract/progress.ts';
import type { ParameterValue, Reconciliation } from '../../contract/reconciliation.ts';
import type { Place } from '../deliver/delivery.ts';
import { openRunDelivery } from '../deliver/run-delivery.ts';
import { openPublication } from '../export/publish.ts';
import { writeFiles } from '../export/write-files.ts';
import { explainSystemError, Failure } from '../failure.ts';
import { loadSources } from '../ingest/load-sources.ts';
import { bindings } from '../recipe/parameters.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { sourcesAsOf } from '../recipe/sources-as-of.ts';
import { claimForRecipe } from '../workspace/claim.ts';
import { inTransaction, openTemporaryWorkspace, openWorkspace } from '../workspace/workspace.ts';
import { copyWarnings } from './copy-warnings.ts';
import { executeRun } from './execute-run.ts';
import { importWarnings } from './import-report.ts';
import { publishRun, unpublishRun } from './published.ts';
import { dropRunTables } from './run-tables.ts';

/** What the user asks for. */
export interface RunOptions {
  readonly recipe: Recipe;
  readonly inFolder: string;
  readonly outFolder: string;
  /** ISO day. */
  readonly asOf: string;
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** Whether the output folder itself has to stay, as somebody stands in it: its files are then replaced one by one. */
  readonly keepOutFolder?: boolean;
  /** The workspace to keep; without one a temporary one serves. */
  readonly workspace?: string;
  /** Sources that are left out, whether there is a file or not. */
  readonly without?: readonly string[];
  /** The last layer to make; absent: all. A run that stops before the last leaves nothing in the workspace but what was loaded. */
  readonly until?: string;
  /** Whether the run is published when it balances, so that later runs of the workspace know what it delivered. */
  readonly publish?: boolean;
  /** Where the teams' files go when it balances. */
  readonly deliver?: Place;
}

/**
 * Loads a folder's files, runs a recipe over them and writes the results, all or nothing: when it throws,
 * workspace and output folder are as they were (a new workspace stays, empty). Throws a Failure for whatever the user can put right.
 */
export async function runRecipe(options: RunOptions, onProgress: OnProgress): Promise<Reconciliation> {
  const { recipe, inFolder, outFolder, asOf, params, until, without = [] } = options;
  const boundValues = bindings(recipe, asOf, params);
  if (isSameFolder(inFolder, outFolder)) {
    throw new Failure(
      `${outFolder} is the folder of the input files.`,
      'Name another folder for the results.',
    );
  }
  const delivery = await openRunDelivery(options.deliver, recipe, { asOf, params }, { inFolder, outFolder });
  const publication = openPublication(outFolder, options.keepOutFolder);
  try {
    const workspace =
      options.workspace === undefined ? openTemporaryWorkspace() : openWorkspace(options.workspace);
    try {
      const { reconciliation, published } = await inTransaction(workspace, async () => {
        claimForRecipe(workspace, recipe);
        onProgress({ kind: 'phase', phase: 'load' });
        const judged = sourcesAsOf(recipe, asOf);
        const { unmatched, leftAside } = await loadSources(
          workspace.db,
          judged,
          inFolder,
          onProgress,
          without,
        );
        const warnings = [
          ...copyWarnings(workspace.db, recipe),
          ...importWarnings(workspace.db, unmatched, leftAside),
        ];
        const bound = { recipe, asOf, params, bindings: boundValues, warnings };
        const request = { ...bound, without, ...(until !== undefined && { until }) };
        const finished = executeRun(workspace.db, request, onProgress);
        const { run } = finished.tables;
        const isPublished = options.publish === true && finished.reconciliation.balanced;
        if (isPublished) publishRun(workspace.db, recipe, run);
        onProgress({ kind: 'phase', phase: 'write' });
        try {
          writeFiles(workspace.db, request, finished, publication.staging, onProgress);
          publication.check();
        } catch (error) {
          throw explainSystemError(error, outFolder);
        }
        if (finished.reconciliation.balanced && finished.reconciliation.until === undefined) {
          const onDelivering = (name: string) => onProgress({ kind: 'step', phase: 'write', name });
          await delivery.prepare(publication.staging, onDelivering);
        }
        if (finished.reconciliation.until !== undefined) dropRunTables(workspace.db, run);
        return { reconciliation: finished.reconciliation, published: isPublished ? run : undefined };
      });
      try {
        publication.publish();
        await delivery.place();
      } catch (error) {
        // Nobody has its files: later runs must not take those for delivered whom it names.
        if (published !== undefined) {
          await inTransaction(workspace, async () => unpublishRun(workspace.db, published));
        }
        throw error;
      }
      return reconciliation;
    } finally {
      workspace.close();
    }
  } finally {
    publication.discard();
    await delivery.discard();
  }
}

function isSameFolder(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}
