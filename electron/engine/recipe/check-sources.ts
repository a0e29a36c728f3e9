import { normalizeHeader } from '../ingest/headers.ts';
import { requireKnown } from './name-checks.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';

/** Checks the columns and unique keys of the sources; throws a Failure with file and line. */
export function checkSources(document: RecipeDocument): void {
  for (const [name, { columns, unique = [] }] of Object.entries(document.value.sources)) {
    const path = ['sources', name];
    const names = Object.keys(columns);
    if (names.length === 0) {
      throw failureAt(
        document.at([...path, 'columns']),
        `the source ${name} has no columns.`,
        'Declare the columns that the recipe needs.',
      );
    }
    names.forEach((column, index) => {
      const twin = names
        .slice(0, index)
        .find((before) => normalizeHeader(before) === normalizeHeader(column));
      const place = document.atKey([...path, 'columns', column]);
      if (column === 'record') {
        throw failureAt(
          place,
          'a column cannot be called record: that is the number of the record.',
          'Give it another name.',
        );
      }
      if (twin) {
        throw failureAt(
          place,
          `the columns ${twin} and ${column} would be found under the same header.`,
          'Rename one of them.',
        );
      }
    });
    for (const [index, column] of unique.entries()) {
      const inner = typeof column === 'string' ? [column] : column;
      inner.forEach((part, at) => {
        const where = typeof column === 'string' ? [index] : [index, at];
        requireKnown(document, [...path, 'unique', ...where], part, names, `a column of ${name}`);
      });
    }
  }
  if (Object.keys(document.value.sources).length === 0) {
    throw failureAt(document.at(['sources']), 'there are no sources.', 'Declare at least one.');
  }
}
