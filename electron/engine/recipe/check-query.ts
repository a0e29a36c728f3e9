import { refuseWhatVaries } from './determinism.ts';
import { explainSqlError } from './explain-sql-error.ts';
import { isTable } from './find-culprit.ts';
import { didYouMean, failureAt, listed, repeated } from './place.ts';
import type { Query } from './recipe.ts';
import type { Scratch } from './scratch.ts';
import { lex, nameOf, significant, type Token } from './sql-text.ts';

/** What a query is checked against. */
export interface Checking {
  readonly scratch: Scratch;
  /** Names that it may bind. */
  readonly parameters: readonly string[];
  /** Why a table that exists cannot be seen. */
  readonly hint: (table: string) => string | undefined;
}

/** Checks what must hold for every query and returns the columns of its result; `file` is the path to name in a failure. */
export function checkQuery({ sql }: Query, file: string, checking: Checking): readonly string[] {
  const tokens = significant(lex(sql));
  checkText(tokens, file);
  checkParameters(tokens, file, checking.parameters);
  checkTables(tokens, file, checking.scratch);
  refuseWhatVaries(tokens, file);
  const { db } = checking.scratch;
  let statement: ReturnType<typeof db.prepare>;
  try {
    statement = db.prepare(sql);
  } catch (error) {
    throw explainSqlError(error, sql, file, checking);
  }
  if (!statement.readonly || !statement.reader) {
    throw failureAt(
      { file, line: lineOf(tokens[0]) },
      'the statement changes data; a query only reads.',
      'Write a select.',
    );
  }
  return checkColumns(
    statement.columns().map(({ name }) => name),
    tokens,
    file,
  );
}

function checkText(tokens: readonly Token[], file: string): void {
  const first = tokens[0];
  if (!first) throw failureAt({ file, line: 1 }, 'the file holds no query.', 'Write a select.');
  const broken = tokens.find(({ kind }) => kind === 'broken');
  if (broken) {
    const what =
      broken.text.length > 1
        ? `a quotation begins with ${broken.text.charAt(0)} and never ends`
        : `the character ${JSON.stringify(broken.text)} is no SQL`;
    throw failureAt({ file, line: broken.line }, `${what}.`, 'Correct this line.');
  }
  if (!/^(?:select|with)$/i.test(first.text)) {
    throw failureAt(
      { file, line: first.line },
      `the query begins with "${first.text}"; allowed: select, with.`,
      'Write a select.',
    );
  }
  const end = tokens.findIndex(({ text }) => text === ';');
  const second = end < 0 ? undefined : tokens[end + 1];
  if (second) {
    throw failureAt(
      { file, line: second.line },
      'a second statement begins here; a file holds one query.',
      'Remove it.',
    );
  }
}

function checkParameters(tokens: readonly Token[], file: string, allowed: readonly string[]): void {
  for (const { kind, text, line } of tokens) {
    if (kind !== 'parameter') continue;
    const name = text.slice(1);
    const nextStep = didYouMean(
      `:${name}`,
      allowed.map((each) => `:${each}`),
      'Declare it under params or dates in recipe.yaml.',
    );
    if (text.charAt(0) === ':' && allowed.includes(name)) continue;
    throw failureAt(
      { file, line },
      `the parameter ${text} is unknown; allowed: ${listed(allowed.map((each) => `:${each}`))}.`,
      nextStep,
    );
  }
}

/** Refuses the tables behind those that a recipe names: they may change between versions. */
function checkTables(tokens: readonly Token[], file: string, { internal, tables }: Scratch): void {
  for (const name of internal) {
    const [mention] = tables.has(name) ? [] : isTable(name)(tokens);
    if (!mention) continue;
    const what = `the table ${name} is not for queries; tables: ${listed(tables.keys())}.`;
    throw failureAt(
      { file, line: mention.first.line },
      what,
      `Did you mean "${name.replace('source_', '')}"?`,
    );
  }
}

function checkColumns(columns: readonly string[], tokens: readonly Token[], file: string): readonly string[] {
  const nameless = columns.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
  if (nameless !== undefined) {
    const line = lineOf(tokens.findLast((token) => nameOf(token) === nameless.toLowerCase()) ?? tokens[0]);
    throw failureAt(
      { file, line },
      `the result has a column without a plain name: ${nameless.replace(/\s+/g, ' ')}; allowed: small letters, digits and _, beginning with a letter.`,
      'Name it with: as name.',
    );
  }
  const twice = repeated(columns);
  if (twice) {
    const line = lineOf(tokens.findLast((token) => nameOf(token) === twice.item) ?? tokens[0]);
    throw failureAt(
      { file, line },
      `the result has two columns named ${twice.item}.`,
      'Rename one with: as name.',
    );
  }
  return columns;
}

function lineOf(token: Token | undefined): number {
  return token?.line ?? 1;
}
