import { Failure } from '../failure.ts';
import { didYouMean, listed } from '../recipe/place.ts';
import { nameOf, type Token, topLevel } from '../recipe/sql-text.ts';

/** Functions that reach beyond the workspace: files, programs, libraries. SQLite asks nobody before it calls them. */
const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['load_extension', 'readfile', 'writefile', 'edit', 'fts3_tokenizer', 'zipfile', 'fsdir'],
]);

/** The first of these outside of parentheses says what a statement does. */
const MAIN_WORDS: ReadonlySet<string> = new Set([
  'select',
  'values',
  'insert',
  'replace',
  'update',
  'delete',
]);

/**
 * Refuses what is more than one query, what does more than read this workspace, and parameters that nobody can bind. `tokens` are those
 * that mean something. Throws a Failure with the line.
 */
export function refuseSql(tokens: readonly Token[], parameters: readonly string[]): void {
  const [first] = tokens;
  if (!first) throw new Failure('There is no query to run.', 'Write a select.');
  const broken = tokens.find(({ kind }) => kind === 'broken');
  if (broken) {
    const what =
      broken.text.length > 1
        ? `a quotation begins with ${broken.text.charAt(0)} and never ends`
        : `the character ${JSON.stringify(broken.text)} is no SQL`;
    throw onLine(broken, `${what}.`, 'Correct this line.');
  }
  if (!/^(?:select|with|values)$/i.test(first.text)) {
    const what = `the query begins with "${first.text}"; a query only reads, and begins with select, with or values.`;
    throw onLine(first, what, 'Write a select.');
  }
  const main = topLevel(tokens).find(({ text }) => MAIN_WORDS.has(text.toLowerCase()));
  if (main && !/^(?:select|values)$/i.test(main.text)) {
    throw onLine(main, `${main.text} changes data; a query only reads.`, 'Write a select.');
  }
  const end = tokens.findIndex(({ text }) => text === ';');
  const second = end < 0 ? undefined : tokens.slice(end).find(({ text }) => text !== ';');
  if (second)
    throw onLine(second, 'a second statement begins here; one query is run at a time.', 'Remove it.');
  tokens.forEach((token, index) => {
    const name = nameOf(token);
    if (name === undefined) return;
    const isCall = tokens[index + 1]?.text === '(';
    if (!/^pragma(?:_|$)/.test(name) && !(isCall && REFUSED_FUNCTIONS.has(name))) return;
    throw onLine(token, `${token.text} is not for queries, which only read this workspace.`, 'Remove it.');
  });
  refuseUnknownParameters(tokens, parameters);
}

function refuseUnknownParameters(tokens: readonly Token[], parameters: readonly string[]): void {
  const known = parameters.map((name) => `:${name}`);
  const unknown = tokens.find(({ kind, text }) => kind === 'parameter' && !known.includes(text));
  if (!unknown) return;
  const what = `the parameter ${unknown.text} is unknown; there are: ${listed(known)}.`;
  const otherwise =
    known.length > 0 ? 'Name one of these.' : 'Press Run first: a run gives the parameters their values.';
  throw onLine(unknown, what, didYouMean(unknown.text, known, otherwise));
}

/** A failure of a line of the user's query. */
export function onLine({ line }: Pick<Token, 'line'>, what: string, nextStep: string): Failure {
  return new Failure(`Line ${line}: ${what}`, nextStep);
}
