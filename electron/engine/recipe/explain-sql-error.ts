import { errorCode, type Failure } from '../failure.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import { culprit, isColumn, isTable, syntaxCulprit } from './find-culprit.ts';
import { MACROS } from './macros.ts';
import { didYouMean, failureAt, listed } from './place.ts';
import { lex, nameOf, significant, type Token, words } from './sql-text.ts';

/** What a query was prepared against. */
export interface Prepared {
  readonly scratch: Tables;
  /** Why a table that exists cannot be seen. */
  readonly hint: (table: string) => string | undefined;
}

interface Tables {
  readonly db: ReadableDb;
  /** Tables that the query may name, with their columns. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

/**
 * The failure that an error of SQLite stands for. SQLite says only in words what is wrong, so the place is found by
 * looking for the words in the query.
 */
export function explainSqlError(
  error: unknown,
  sql: string,
  file: string,
  { scratch, hint }: Prepared,
): Failure {
  if (!(error instanceof Error && errorCode(error).startsWith('SQLITE_'))) throw error;
  const { message } = error;
  const tokens = significant(lex(sql));
  const at = (token: Token | undefined) => ({ file, line: (token ?? tokens[0])?.line ?? 1 });

  const column = part(message, /^no such column: "?([^"]*?)"?(?: - should .*)?$/);
  if (column !== undefined) {
    const columns = candidates(sql, tokens, column, scratch);
    const last = column.split('.').at(-1) ?? column;
    const place = at(culprit(scratch.db, sql, tokens, message, isColumn(column)));
    return failureAt(
      place,
      `there is no column "${column}"; columns here: ${listed(columns)}.`,
      didYouMean(last, columns, 'Name one of these, or put text in single quotation marks.'),
    );
  }
  const table = part(message, /^no such table: (.*)$/);
  if (table !== undefined) {
    const names = [...scratch.tables.keys()];
    const why = hint(table.toLowerCase());
    const place = at(culprit(scratch.db, sql, tokens, message, isTable(table)));
    const nextStep =
      why === undefined ? didYouMean(table, names, 'Name one of these.') : 'Name one of these.';
    return failureAt(
      place,
      `there is no table "${table}" here${why ? ` (${why})` : ''}; tables: ${listed(names)}.`,
      nextStep,
    );
  }
  const called = part(message, /^no such function: (.*)$/);
  if (called !== undefined) {
    const functions = [...MACROS.map(({ name }) => name), ...functionNames(scratch)];
    return failureAt(
      at(callOf(tokens, called)),
      `there is no function ${called}().`,
      didYouMean(called, functions, 'See docs/recipes.md for the macros.'),
    );
  }
  const near = part(message, /^near "([\s\S]*)": syntax error$/);
  if (near !== undefined) {
    const place = at(syntaxCulprit(scratch.db, sql, tokens, near));
    return failureAt(
      place,
      `the query cannot be read: syntax error near "${near}".`,
      'Correct this line, or the end of the one before.',
    );
  }
  if (message === 'incomplete input') {
    return failureAt(
      at(tokens.at(-1)),
      'the query ends before it is complete.',
      'Is a parenthesis open, or a part missing?',
    );
  }
  const ambiguous = part(message, /^ambiguous column name: (?:.*\.)?([^.]*)$/);
  if (ambiguous !== undefined) {
    const place = at(culprit(scratch.db, sql, tokens, message, isColumn(ambiguous)));
    const what = `the column "${ambiguous}" is in several of the tables here.`;
    return failureAt(place, what, 'Write the table before it, with a dot.');
  }
  const named = part(message, /(?:function|aggregate:|using column|^table) ([\w.]+)/);
  return failureAt(
    at(named === undefined ? undefined : mentionOf(tokens, named)),
    `the query cannot be read: ${message}.`,
    'Correct the query.',
  );
}

function part(message: string, pattern: RegExp): string | undefined {
  return pattern.exec(message)?.[1];
}

/** The columns that an unknown one may have meant: those of the table that stands before its dot, else of all tables mentioned. */
function candidates(
  sql: string,
  tokens: readonly Token[],
  column: string,
  { tables }: Tables,
): readonly string[] {
  const alias = column.includes('.') ? column.split('.').at(-2)?.toLowerCase() : undefined;
  const index = tokens.findIndex((token, at) => {
    const before = nameOf(tokens[at - 1]) === 'as' ? at - 2 : at - 1;
    return (
      nameOf(token) === alias && tables.has(nameOf(tokens[before]) ?? '') && tokens[at + 1]?.text !== '.'
    );
  });
  const behind = nameOf(tokens[nameOf(tokens[index - 1]) === 'as' ? index - 2 : index - 1]) ?? '';
  const only = tables.get(alias ?? '') ?? (alias === undefined ? undefined : tables.get(behind));
  const mentioned = new Set(words(sql));
  const all = [...tables].filter(([name]) => mentioned.has(name)).flatMap(([, columns]) => columns);
  return only ?? [...new Set(all)];
}

function functionNames({ db }: Tables): readonly string[] {
  return db
    .prepare<[], string>(
      `select distinct name from ${identifier('pragma_function_list')} where name glob '[a-z]*'`,
    )
    .pluck()
    .all();
}

function callOf(tokens: readonly Token[], name: string): Token | undefined {
  return tokens.find(
    (token, index) => nameOf(token) === name.toLowerCase() && tokens[index + 1]?.text === '(',
  );
}

/** Where a name that SQLite finds fault with stands; of `a.b` the b. */
function mentionOf(tokens: readonly Token[], name: string): Token | undefined {
  const plain = (name.split('.').at(-1) ?? name).toLowerCase();
  return callOf(tokens, plain) ?? tokens.find((token) => nameOf(token) === plain);
}
