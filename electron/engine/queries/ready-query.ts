import type { Statement } from 'better-sqlite3';
import type { ColumnKind } from '../../contract/workspaces.ts';
import { errorCode, explainSystemError, Failure } from '../failure.ts';
import { expandMacros } from '../recipe/expand-macros.ts';
import { explainSqlError } from '../recipe/explain-sql-error.ts';
import { diagnosticBindings, resolveDiagnosticParams } from '../recipe/parameters.ts';
import type { Diagnostic, Recipe } from '../recipe/recipe.ts';
import { lex, nameOf, significant } from '../recipe/sql-text.ts';
import type { Bindings } from '../run/query.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { aggregatedColumn } from './aggregated-column.ts';
import { columnsOf, type Exposed, expose, exposedTables } from './exposed-tables.ts';
import { onLine, refuseSql } from './refuse-sql.ts';

/** What the user asks for. */
export interface QueryRequest {
  readonly sql: string;
  /** Values for the parameters of the diagnostic, as typed. */
  readonly params?: Readonly<Record<string, string>> | undefined;
  /** The diagnostic whose parameters the query binds. */
  readonly diagnostic?: string | undefined;
}

/** A query that can be run: one that only reads, with all that it binds. */
export interface ReadyQuery {
  readonly sql: string;
  readonly bindings: Bindings;
  readonly columns: readonly ResultColumn[];
}

/** A column of a result; what it holds is known where it comes straight from a column of a table, or is a sum or mean of decimals. */
export interface ResultColumn {
  readonly name: string;
  readonly kind: ColumnKind | undefined;
  readonly description: string;
}

/** Makes a user's query ready; throws a Failure with the line for what is wrong or not allowed. */
export function readyQuery(
  db: ReadableDb,
  recipe: Recipe,
  { sql, params = {}, diagnostic }: QueryRequest,
): ReadyQuery {
  const exposed = exposedTables(db, recipe);
  expose(db, exposed);
  const asked = diagnostic === undefined ? undefined : diagnosticOf(recipe, diagnostic);
  const bound: Bindings = {
    ...exposed.run?.bindings,
    ...(asked && diagnosticBindings(asked, resolveDiagnosticParams(asked, new Map(Object.entries(params))))),
  };
  const expanded = withMacros(sql);
  refuseSql(significant(lex(expanded)), Object.keys(bound));
  return prepared(db, exposed, expanded, bound);
}

function withMacros(sql: string): string {
  try {
    return expandMacros(sql, '');
  } catch (error) {
    throw error instanceof Failure ? asLine(error) : error;
  }
}

/** Makes a query of the last run's recipe ready, which was checked when the recipe was read. */
export function readyRecipeQuery(db: ReadableDb, exposed: Exposed, sql: string, bound: Bindings): ReadyQuery {
  expose(db, exposed);
  return prepared(db, exposed, sql, bound);
}

function prepared(db: ReadableDb, exposed: Exposed, written: string, bound: Bindings): ReadyQuery {
  const tokens = significant(lex(written));
  const last = tokens.findLast(({ text }) => text !== ';');
  // Without semicolon and comment behind it, so that it can stand within other SQL.
  const sql = last ? written.slice(0, last.start + last.text.length) : '';
  const statement = prepareOrExplain(db, exposed, sql);
  if (!statement.readonly || !statement.reader) {
    throw onLine(
      tokens[0] ?? { line: 1 },
      'the statement changes data; a query only reads.',
      'Write a select.',
    );
  }
  const byTable = new Map(exposed.tables.map((each) => [each.table, each]));
  const columns = statement.columns().map(({ name, column, table }): ResultColumn => {
    const origin = byTable.get(table ?? '');
    if (!origin) return { name, kind: aggregatedKind(db, exposed, sql, name), description: '' };
    const from = column ?? '';
    return { name, kind: origin.kindOf(from), description: origin.describe(from) };
  });
  return { sql, bindings: bound, columns };
}

/** The kind of a sum, a least, a most or a mean of decimals: a decimal, where all tables of the query that have the column agree on it. */
function aggregatedKind(
  db: ReadableDb,
  { tables }: Exposed,
  sql: string,
  name: string,
): ColumnKind | undefined {
  const column = aggregatedColumn(sql, name);
  if (column === undefined) return undefined;
  const named = new Set(significant(lex(sql)).map(nameOf));
  const having = tables.filter((table) => named.has(table.name) && columnsOf(db, table).includes(column));
  return having.length > 0 && having.every(({ kindOf }) => kindOf(column) === 'decimal')
    ? 'decimal'
    : undefined;
}

function prepareOrExplain(db: ReadableDb, { run, recipe, tables }: Exposed, sql: string): Statement {
  try {
    return db.prepare(sql);
  } catch (error) {
    const known = new Map(tables.map((table) => [table.name, columnsOf(db, table)]));
    const ofRuns = new Set([
      ...recipe.tables.map(({ table }) => table),
      ...recipe.outputs.map(({ name }) => name),
    ]);
    const hint = (table: string) => (!run && ofRuns.has(table) ? 'the first run makes it' : undefined);
    throw asLine(explainSqlError(error, sql, '', { scratch: { db, tables: known }, hint }));
  }
}

/** The failure for an error that a query causes while it runs; the system's own troubles and a stop stay what they are. */
export function explainRunningQuery(error: unknown, where: string): unknown {
  const code = errorCode(error);
  if (!code.startsWith('SQLITE_') || !(error instanceof Error)) return error;
  const system = explainSystemError(error, where);
  if (system instanceof Failure) return system;
  return new Failure(`The query failed while it ran: ${error.message}.`, 'Correct the query.', {
    cause: error,
  });
}

function diagnosticOf({ diagnostics }: Recipe, name: string): Diagnostic {
  const found = diagnostics.find(({ diagnostic }) => diagnostic === name);
  if (!found) throw new Failure(`The recipe has no diagnostic ${name}.`, 'Choose another.');
  return found;
}

/** A failure of the reader of queries, its place put as a line of the user's query. */
function asLine(failure: Failure): Failure {
  const what = failure.message.replace(/^:(\d+): /, 'Line $1: ');
  return new Failure(what, failure.nextStep, { cause: failure });
}
