import { join } from 'node:path';
import type { OnProgress } from '../../contract/progress.ts';
import { correctionsSeal } from '../run/corrections-seal.ts';
import type { FinishedRun, RunRequest } from '../run/execute-run.ts';
import { inputFiles } from '../run/import-report.ts';
import { inLayers, runScope } from '../run/layers.ts';
import { publishedSeals } from '../run/published.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { writeDropoutsFile } from './dropouts-file.ts';
import { writeJson } from './json-file.ts';
import { writeOutputFile } from './output-file.ts';
import { rejectedFileName, writeRejectedFile } from './rejected-file.ts';
import { typedFileName, writeTypedFile } from './typed-file.ts';
import type { WrittenFile } from './written-file.ts';

/** The file that lists all others; it is written last. */
export const MANIFEST = 'manifest.json';

/** Writes every file of a run into an empty folder, the manifest last. */
export function writeFiles(
  db: ReadableDb,
  { recipe, asOf, params, until }: RunRequest,
  { tables, reconciliation, history }: FinishedRun,
  folder: string,
  onProgress: OnProgress,
): void {
  const { layers, isWhole } = runScope(recipe, until);
  const files: WrittenFile[] = [];
  const write = (name: string, work: () => WrittenFile) => {
    onProgress({ kind: 'step', phase: 'write', name });
    files.push(work());
  };
  for (const source of recipe.sources) {
    write(rejectedFileName(source.name), () => writeRejectedFile(db, source, folder));
  }
  if (isWhole && recipe.rules.length > 0) {
    write(recipe.dropouts, () => writeDropoutsFile(db, recipe, tables, folder));
  }
  for (const output of inLayers(recipe.outputs, layers).filter(({ written }) => written)) {
    write(output.file, () => writeOutputFile(db, recipe, output, tables, folder));
    for (const format of output.also) {
      write(typedFileName(output, format), () => writeTypedFile(db, recipe, output, tables, folder));
    }
  }
  write('reconciliation.json', () => writeJson(join(folder, 'reconciliation.json'), reconciliation));
  const corrections = correctionsSeal(db);
  const published = publishedSeals(db, recipe, tables.run);
  writeJson(join(folder, MANIFEST), {
    recipe: recipe.id,
    version: recipe.version,
    as_of: asOf,
    params,
    ...(!isWhole && { until }),
    inputs: inputFiles(db, recipe),
    ...(corrections && { corrections }),
    ...(published.length > 0 && { published }),
    ...(history.length > 0 && { history }),
    files: files.sort((left, right) => (left.name < right.name ? -1 : 1)),
  });
}
