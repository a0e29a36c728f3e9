import { join } from 'node:path';
import { identifiers } from '../workspace/database.ts';
import { expandMacros } from './expand-macros.ts';
import { didYouMean, failureAt, listed } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { Query, RecipeText, Source } from './recipe.ts';
import { RECIPE_FILE } from './recipe-folder.ts';
import { lex, parametersOf, significant } from './sql-text.ts';
import type { YamlPath } from './yaml-document.ts';

/** The query of a table that keeps its source as it is. */
export function wholeSource(from: string, sources: readonly Source[]): Query {
  const columns = sources.find(({ name }) => name === from)?.columns.map(({ name }) => name) ?? [];
  return {
    file: RECIPE_FILE,
    sql: `select ${identifiers(['record', ...columns])} from ${identifiers([from])}`,
    parameters: [],
  };
}

/** The query of an SQL file; throws a Failure, at the place that names the file, where there is none. */
export function readQuery(document: RecipeDocument, text: RecipeText, path: YamlPath, file: string): Query {
  const written = text.files.get(file);
  if (written === undefined) {
    const known = [...text.files.keys()].filter((name) => name.endsWith('.sql'));
    const what = `there is no file ${file} in the recipe's folder; SQL files there: ${listed(known)}.`;
    throw failureAt(document.at(path), what, didYouMean(file, known, 'Write it, or name another.'));
  }
  const expanded = expandMacros(written, join(text.folder, file));
  const tokens = lex(expanded);
  const last = significant(tokens).findLast(({ text: word }) => word !== ';');
  const sql = last ? expanded.slice(0, last.start + last.text.length) : '';
  return { file, sql, parameters: parametersOf(tokens) };
}
