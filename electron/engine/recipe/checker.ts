import { join } from 'node:path';
import type { DraftRecipe } from './build-recipe.ts';
import type { Place } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { Query } from './recipe.ts';
import type { Scratch } from './scratch.ts';
import { lex, nameOf, significant, topLevel } from './sql-text.ts';

/** What one recipe's checks share. */
export interface Checker {
  readonly recipe: DraftRecipe;
  readonly document: RecipeDocument;
  readonly scratch: Scratch;
  /** The columns of a query's result, once it has passed every check that holds for all queries. */
  readonly columns: (query: Query, own?: readonly string[]) => readonly string[];
}

/** The place of the select that makes a query's result. */
export function resultOf({ text }: DraftRecipe, { file, sql }: Query): Place {
  const select = topLevel(significant(lex(sql))).findLast((token) => nameOf(token) === 'select');
  return { file: join(text.folder, file), line: select?.line ?? 1 };
}
