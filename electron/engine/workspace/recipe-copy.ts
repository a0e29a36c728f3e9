import type { RecipeText } from '../recipe/recipe.ts';
import { hasTable, type ReadableDb, type WritableDb } from './database.ts';

/** A workspace's own copy of its recipe. */
export interface RecipeCopy {
  readonly text: RecipeText;
  /** The recipe as it was when the copy was made. */
  readonly original: RecipeText;
}

interface Row {
  readonly path: string;
  readonly text: string;
  readonly original: string;
}

/** The copy that a workspace uses instead of its recipe; undefined where it has none. */
export function recipeCopy(db: ReadableDb): RecipeCopy | undefined {
  // A workspace that is only read may be of an earlier Muster.
  if (!hasTable(db, 'recipe_copy')) return undefined;
  const rows = db.prepare<[], Row>('select path, text, original from recipe_copy order by path').all();
  if (rows.length === 0) return undefined;
  const folder =
    db.prepare<[], string>("select json_extract(recipe_text, '$.folder') from workspace").pluck().get() ?? '';
  return {
    text: { folder, files: new Map(rows.map(({ path, text }) => [path, text])) },
    original: { folder, files: new Map(rows.map(({ path, original }) => [path, original])) },
  };
}

/** Keeps a changed recipe as the workspace's copy, of the same files as the original; the caller holds the transaction. */
export function keepRecipeCopy(db: WritableDb, { text, original }: RecipeCopy): void {
  db.exec('delete from recipe_copy');
  const insert = db.prepare('insert into recipe_copy (path, text, original) values (?, ?, ?)');
  for (const [path, content] of text.files) insert.run(path, content, original.files.get(path) ?? '');
}

/** Takes the copy away; the caller holds the transaction. */
export function removeRecipeCopy(db: WritableDb): void {
  db.exec('delete from recipe_copy');
}

/** Whether two recipes have the same files. */
export function isSameText(one: RecipeText, other: RecipeText): boolean {
  if (one.files.size !== other.files.size) return false;
  return [...one.files].every(([path, text]) => other.files.get(path) === text);
}
