import { requireKnown, requireUnique } from './name-checks.ts';
import { didYouMean, failureAt, listed, type Place } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { RecipeYaml } from './schema.ts';
import type { YamlPath } from './yaml-document.ts';

type Columns = RecipeYaml['sources'][string]['columns'];

/** Checks the columns of a source that say what they take beside others; throws a Failure with file and line. */
export function checkBeside(document: RecipeDocument, source: string, columns: Columns): void {
  for (const [column, declared] of Object.entries(columns)) {
    if (declared.type !== 'text') continue;
    const path = ['sources', source, 'columns', column, 'beside'];
    for (const [index, { where }] of (declared.beside ?? []).entries()) {
      for (const [other, values] of Object.entries(where)) {
        const at = [...path, index, 'where', other];
        checkColumn(document.atKey(at), columns, { source, column, other });
        checkValues(document, at, columns[other], values);
      }
    }
  }
}

/** A column beside others is one whose values are texts and hang on no others. */
function checkColumn(
  place: Place,
  columns: Columns,
  { source, column, other }: Readonly<Record<'source' | 'column' | 'other', string>>,
): void {
  const known = Object.keys(columns);
  const declared = columns[other];
  const what = `where names "${other}"`;
  if (declared === undefined) {
    throw failureAt(
      place,
      `${what}, which is not a column of ${source}; allowed: ${listed(known)}.`,
      didYouMean(other, known, 'Name one of these.'),
    );
  }
  if (other === column) {
    throw failureAt(place, `${what}, the column itself.`, 'Name a column beside it.');
  }
  if (declared.type !== 'enum' && declared.type !== 'text') {
    throw failureAt(
      place,
      `${what}, a column of type ${declared.type}; allowed: enum, text.`,
      'Name another column, or change its type.',
    );
  }
  if (declared.type === 'text' && declared.beside) {
    throw failureAt(
      place,
      `${what}, which itself says what it takes beside others.`,
      'Name the columns that decide.',
    );
  }
}

/** The values of an enum are those that it lists; of a text any, but none twice, in whatever case. */
function checkValues(
  document: RecipeDocument,
  path: YamlPath,
  declared: Columns[string] | undefined,
  values: readonly string[],
): void {
  if (declared?.type === 'enum') {
    values.forEach((value, index) => {
      const what = `a value of ${String(path.at(-1))}`;
      requireKnown(document, [...path, index], value, declared.values, what);
    });
  }
  requireUnique(
    document,
    path,
    values.map((value) => value.toLowerCase()),
  );
}
