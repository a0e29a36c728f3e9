import type { CheckReport, ImportReport } from '../../contract/check-report.ts';
import type { OnProgress } from '../../contract/progress.ts';
import { loadSources } from '../ingest/load-sources.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { sourcesAsOf } from '../recipe/sources-as-of.ts';
import { today } from '../today.ts';
import { inTransaction, openTemporaryWorkspace } from '../workspace/workspace.ts';
import { importWarnings } from './import-report.ts';
import { sourceFigures } from './reconcile.ts';

/** Reads and validates a folder's files by a recipe, as of today, and keeps nothing. Throws like a run where files cannot be read. */
export async function checkFiles(
  recipe: Recipe,
  inFolder: string,
  onProgress: OnProgress,
): Promise<CheckReport> {
  const workspace = openTemporaryWorkspace();
  try {
    const { db } = workspace;
    return await inTransaction(workspace, async () => {
      const judged = sourcesAsOf(recipe, today());
      const { unmatched, leftAside } = await loadSources(db, judged, inFolder, onProgress);
      const imports = db.prepare<[string], ImportReport>(
        `select file, bytes, sha256, encoding, shape, delimiter, read, accepted, rejected
         from import
         where source = ?
         order by import`,
      );
      const warnings = importWarnings(db, unmatched, leftAside);
      return {
        recipe: recipe.id,
        sources: recipe.sources.map((source) => ({
          ...sourceFigures(db, source),
          imports: imports.all(source.name),
        })),
        ...(warnings.length > 0 && { warnings }),
      };
    });
  } finally {
    workspace.close();
  }
}
