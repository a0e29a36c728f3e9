import { outputName } from './build-recipe.ts';
import { requireKnown } from './name-checks.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';

/** Checks the history tables; throws a Failure with file and line. */
export function checkHistory(document: RecipeDocument): void {
  const { history, outputs } = document.value;
  const files = outputs.map(({ file }) => file);
  history.forEach(({ output }, index) => {
    requireKnown(document, ['history', index, 'output'], output, files, 'the file of an output');
  });
}

/** The history tables that keep the rows of an output. */
export function historyOf(document: RecipeDocument, output: string): readonly string[] {
  return document.value.history.flatMap(({ table, output: file }) =>
    outputName(file) === output ? [table] : [],
  );
}
