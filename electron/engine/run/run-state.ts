import type { RunState } from '../../contract/workspaces.ts';
import { isPrepared } from '../ingest/import-table.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { count, type ReadableDb } from '../workspace/database.ts';
import { acceptedDifferences, fileDifferences, recipeDifferences } from './differences.ts';
import { historyDifferences, historyOut } from './history-out.ts';
import { publishedDifferences, publishedRuns } from './published.ts';
import { CORRECTION_IN_FORCE, importsNow } from './run-basis.ts';
import { lastRunRecord, type RunRecord, recipeFilesOf } from './run-record.ts';
import { counted } from './words.ts';

/** Whether the last run stands for the files, corrections and recipe as they are now. */
export function runStateOf(db: ReadableDb, recipe: Recipe, missing: readonly string[]): RunState {
  const next = { missing, blockers: redefined(db, recipe) };
  const last = lastRunRecord(db);
  if (!last) return { kind: 'none', ...next };
  const { run, asOf, cautions, reconciliation } = last;
  const differences = [
    ...dataDifferences(db, recipe, last),
    ...publishedDifferences(last.published, publishedRuns(db), run),
    ...historyDifferences(last.historyOut, historyOut(db), run),
    ...recipeDifferences(recipeFilesOf(db, run), Object.fromEntries(recipe.text.files)),
  ];
  return {
    kind: differences.length === 0 ? 'current' : 'outdated',
    run,
    asOf,
    entered: reconciliation.outcome.entered,
    delivered: reconciliation.outcome.delivered,
    balanced: reconciliation.balanced,
    cautions,
    differences,
    ...next,
  };
}

/** Records that were accepted under another definition of their source are none that the recipe's queries can rely on. */
function redefined(db: ReadableDb, { sources }: Recipe): readonly string[] {
  const loaded = new Set(db.prepare<[], string>('select distinct source from import').pluck().all());
  return sources
    .filter((source) => loaded.has(source.name) && !isPrepared(db, source))
    .map(({ name }) => `The recipe describes ${name} in another way by now: add its files again.`);
}

/** How files, accepted records and corrections differ from those of a run, in sentences. */
export function dataDifferences(db: ReadableDb, recipe: Recipe, record: RunRecord): readonly string[] {
  const now = importsNow(db, recipe);
  const acceptedNow = new Map<string, number>();
  for (const { source, accepted } of now) {
    acceptedNow.set(source, (acceptedNow.get(source) ?? 0) + accepted);
  }
  const acceptedThen = record.reconciliation.sources.map(
    ({ source, accepted }) => [source, accepted] as const,
  );
  return [
    ...fileDifferences(record.imports, now),
    ...acceptedDifferences(new Map(acceptedThen), acceptedNow),
    ...correctionDifferences(db, record.run),
  ];
}

function correctionDifferences(db: ReadableDb, run: number): readonly string[] {
  const ofRun = 'select value from run, json_each(run.corrections) where run.run = ?';
  const made = count(
    db,
    `select count(*) from correction
     where kind <> 'set aside' and ${CORRECTION_IN_FORCE} and correction not in (${ofRun})`,
    run,
  );
  const switchedOff = count(
    db,
    `select count(*) from correction where not active and correction in (${ofRun})`,
    run,
  );
  return [
    ...(made > 0 ? [`${counted(made, 'correction')} since.`] : []),
    ...(switchedOff > 0 ? [`${counted(switchedOff, 'correction')} switched off since.`] : []),
  ];
}
