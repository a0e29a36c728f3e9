import { normalizeHeader } from '../ingest/headers.ts';
import { checkBeside } from './check-beside.ts';
import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { RecipeYaml } from './schema.ts';
import type { YamlPath } from './yaml-document.ts';

/** Checks the columns and unique keys of the sources; throws a Failure with file and line. */
export function checkSources(document: RecipeDocument): void {
  const sources = Object.entries(document.value.sources);
  if (sources.length === 0) {
    throw failureAt(document.at(['sources']), 'there are no sources.', 'Declare at least one.');
  }
  for (const [name, { columns, unique = [], incremental }] of sources) {
    if (incremental && unique.length > 0) {
      throw failureAt(
        document.at(['sources', name, 'unique']),
        `the source ${name} is incremental and has unique keys: which record had a key first would hang on the order of the files.`,
        'Leave out one of them.',
      );
    }
    checkColumns(document, name, columns);
    for (const [column, declared] of Object.entries(columns)) {
      if (declared.type !== 'enum') continue;
      // Values compare in any case.
      const values = declared.values.map((value) => value.toLowerCase());
      requireUnique(document, ['sources', name, 'columns', column, 'values'], values);
    }
    checkBounds(document, name, columns);
    checkBeside(document, name, columns);
    const path = ['sources', name, 'unique'];
    // Either one key, a list of columns, or a list of keys.
    const keys = unique.filter((key) => typeof key !== 'string');
    if (keys.length === 0) checkKey(document, path, unique.map(String), columns);
    for (const [index, key] of keys.entries()) checkKey(document, [...path, index], key, columns);
  }
}

function checkColumns(
  document: RecipeDocument,
  source: string,
  declared: RecipeYaml['sources'][string]['columns'],
): void {
  const path = ['sources', source, 'columns'];
  const columns = Object.keys(declared);
  if (columns.length === 0) {
    throw failureAt(
      document.at(path),
      `the source ${source} has no columns.`,
      'Declare those that the recipe needs.',
    );
  }
  if (columns.includes('record')) {
    throw failureAt(
      document.atKey([...path, 'record']),
      'a column cannot be called record: that is the number of the record.',
      'Give it another name.',
    );
  }
  const seen = new Map<string, string>();
  for (const [column, { header = column }] of Object.entries(declared)) {
    const folded = normalizeHeader(header);
    if (folded === '') {
      throw failureAt(
        document.at([...path, column, 'header']),
        `the header of the column ${column} is "${header}", of which nothing is compared.`,
        'Give it one with letters or digits.',
      );
    }
    const twin = seen.get(folded);
    if (twin !== undefined) {
      throw failureAt(
        document.atKey([...path, column]),
        `the columns ${twin} and ${column} would be found under the same header.`,
        'Rename one of them.',
      );
    }
    seen.set(folded, column);
  }
}

/** A limit that is a column is another one of the same type. */
function checkBounds(
  document: RecipeDocument,
  source: string,
  columns: RecipeYaml['sources'][string]['columns'],
): void {
  for (const [column, declared] of Object.entries(columns)) {
    if (declared.type !== 'integer' && declared.type !== 'decimal') continue;
    const same = Object.entries(columns).flatMap(([name, { type }]) =>
      name !== column && type === declared.type ? [name] : [],
    );
    for (const which of ['least', 'most'] as const) {
      const limit = declared[which];
      if (typeof limit !== 'string') continue;
      const path = ['sources', source, 'columns', column, which];
      requireKnown(document, path, limit, same, `another column of ${source} with the type ${declared.type}`);
    }
  }
}

function checkKey(document: RecipeDocument, path: YamlPath, key: readonly string[], columns: object): void {
  const known = Object.keys(columns);
  key.forEach((column, index) => {
    requireKnown(document, [...path, index], column, known, `a column of ${String(path[1])}`);
  });
  requireUnique(document, path, key);
}
