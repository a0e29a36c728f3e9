import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';

/** Columns that every published table has of itself. */
export const PUBLISHED_COLUMNS = ['run', 'as_of'] as const;

/** Checks the published tables; throws a Failure with file and line. */
export function checkPublished(document: RecipeDocument): void {
  const { published, outputs } = document.value;
  const files = outputs.map(({ file }) => file);
  published.forEach(({ output, columns }, index) => {
    const path = ['published', index];
    requireKnown(document, [...path, 'output'], output, files, 'the file of an output');
    requireUnique(document, [...path, 'columns'], columns);
    columns.forEach((column, at) => {
      if (!PUBLISHED_COLUMNS.some((own) => own === column)) return;
      const what = `columns[${at}] is "${column}", a column that every published table has of itself.`;
      throw failureAt(
        document.at([...path, 'columns', at]),
        what,
        'Give the column of the output another name.',
      );
    });
  });
}
