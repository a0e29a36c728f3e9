import type { SavedQuery } from '../../contract/queries.ts';
import { Failure } from '../failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { paramInfo } from '../session/recipe-info.ts';
import type { ReadableDb, WritableDb } from '../workspace/database.ts';

/** The recipe's diagnostics as they are written, then the queries that the user has saved, by name. */
export function savedQueries(db: ReadableDb, { diagnostics, text }: Recipe): readonly SavedQuery[] {
  const own = db
    .prepare<[], { name: string; sql: string }>('select name, sql from saved_query order by name')
    .all();
  return [
    ...diagnostics.map(({ diagnostic, title, description, query, params }): SavedQuery => {
      const sql = text.files.get(query.file) ?? query.sql;
      return { kind: 'diagnostic', name: diagnostic, title, description, sql, params: params.map(paramInfo) };
    }),
    ...own.map(({ name, sql }): SavedQuery => {
      return { kind: 'own', name, title: name, description: '', sql, params: [] };
    }),
  ];
}

/** Saves a query under a name; one that is there is replaced. */
export function saveQuery(db: WritableDb, name: string, sql: string): void {
  db.prepare(
    'insert into saved_query (name, sql) values (?, ?) on conflict do update set sql = excluded.sql',
  ).run(name.trim(), sql);
}

/** Removes a saved query; throws a Failure when there is none of that name. */
export function removeQuery(db: WritableDb, name: string): void {
  const { changes } = db.prepare('delete from saved_query where name = ?').run(name.trim());
  if (changes === 0) throw new Failure(`There is no saved query "${name}".`, 'Look at the list again.');
}
