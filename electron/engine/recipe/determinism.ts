import { failureAt } from './place.ts';
import { closingParenthesis, nameOf, type Token } from './sql-text.ts';

const VARYING_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['random', 'randomblob', 'changes', 'total_changes', 'last_insert_rowid', 'load_extension'],
]);
const VARYING_WORDS: ReadonlySet<string> = new Set(['current_date', 'current_time', 'current_timestamp']);
const TIME_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['date', 'time', 'datetime', 'julianday', 'unixepoch', 'strftime', 'timediff'],
]);
/** Texts by which a time function reads the clock or the computer's time zone. */
const VARYING_TIMES: ReadonlySet<string> = new Set(["'now'", "'localtime'", "'utc'"]);

/**
 * Refuses what makes the same files give another result: the clock, chance, the connection's state; and the
 * database's own tables. Throws a Failure with file and line.
 */
export function refuseWhatVaries(tokens: readonly Token[], file: string): void {
  tokens.forEach((token, index) => {
    const name = nameOf(token);
    if (name === undefined || tokens[index - 1]?.text === '.') return;
    const call = tokens[index + 1]?.text === '(';
    if (/^(?:sqlite|pragma)_/.test(name)) {
      throw failureAt(
        { file, line: token.line },
        `${name} belongs to the database, not to the data.`,
        'Ask the tables of the recipe.',
      );
    }
    const varies =
      (token.kind === 'word' && VARYING_WORDS.has(name)) ||
      (call && VARYING_FUNCTIONS.has(name)) ||
      (call &&
        TIME_FUNCTIONS.has(name) &&
        readsClock(name, tokens.slice(index + 1, closingParenthesis(tokens, index + 1))));
    if (!varies) return;
    throw failureAt(
      { file, line: token.line },
      `${name} makes a run depend on more than its files, parameters and as-of date.`,
      'Use :as_of, or a date derived from it.',
    );
  });
}

/** Whether a call of a time function, without its closing parenthesis, asks for the present. */
function readsClock(name: string, call: readonly Token[]): boolean {
  // Without a time at all they take the present; strftime's first argument is the format.
  const timeless = name === 'strftime' ? !call.some(({ text }) => text === ',') : call.length === 1;
  return (
    timeless || call.some(({ kind, text }) => kind === 'string' && VARYING_TIMES.has(text.toLowerCase()))
  );
}
