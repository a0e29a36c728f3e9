import type { ReadableDb } from '../workspace/database.ts';
import { nameOf, type Token } from './sql-text.ts';

/** A part of a query that may be what SQLite means, and what to put there instead to see whether it is. */
export interface Suspect {
  readonly first: Token;
  readonly last: Token;
}

/** Finds the parts of a query that a message may mean. */
export type Suspects = (tokens: readonly Token[]) => readonly Suspect[];

/** Where a column (`name` or `table.name`) is mentioned. */
export function isColumn(column: string): Suspects {
  const parts = column.toLowerCase().split('.');
  return (tokens) =>
    tokens.flatMap((first, index) => {
      const words = tokens.slice(index, index + parts.length * 2 - 1);
      const matches =
        parts.every((part, at) => nameOf(words[at * 2]) === part) &&
        words.every(({ text }, at) => at % 2 === 0 || text === '.');
      const last = words.at(-1);
      const isWhole =
        tokens[index - 1]?.text !== '.' &&
        nameOf(tokens[index - 1]) !== 'as' &&
        tokens[index + words.length]?.text !== '.';
      return matches && isWhole && last ? [{ first, last }] : [];
    });
}

/** Where a table is mentioned: behind from, join or a comma first. */
export function isTable(table: string): Suspects {
  const name = table.toLowerCase().split('.').at(-1);
  return (tokens) =>
    tokens
      .map((token, index) => ({ token, before: tokens[index - 1]?.text.toLowerCase() ?? '' }))
      .filter(({ token, before }) => nameOf(token) === name && /^(?:from|join|,|\.|\()$/.test(before))
      .map(({ token }) => ({ first: token, last: token }));
}

/**
 * The suspect that causes an error. A name may stand in several places and be wrong in one only: suspects are
 * replaced by null from the last to the first, until the error is another one or gone.
 */
export function culprit(
  db: ReadableDb,
  sql: string,
  tokens: readonly Token[],
  message: string,
  find: Suspects,
): Token | undefined {
  const suspects = find(tokens);
  let changed = sql;
  for (const { first, last } of suspects.toReversed()) {
    const without = `${changed.slice(0, first.start)}null${changed.slice(last.start + last.text.length)}`;
    const now = errorOf(db, without);
    // A place where null cannot stand tells nothing.
    if (now?.includes('syntax error')) continue;
    if (now !== message) return first;
    changed = without;
  }
  return suspects[0]?.first;
}

/** The token at which SQLite stops reading: the first one of this text up to which the query is wrong already. */
export function syntaxCulprit(
  db: ReadableDb,
  sql: string,
  tokens: readonly Token[],
  text: string,
): Token | undefined {
  const places = tokens.filter((token) => token.text === text);
  return places.find(
    ({ start }) => errorOf(db, sql.slice(0, start + text.length)) === `near "${text}": syntax error`,
  );
}

function errorOf(db: ReadableDb, sql: string): string | undefined {
  try {
    db.prepare(sql);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
