import { closingParenthesis, lex, type Token } from '../../../electron/engine/recipe/sql-text.ts';
import { DECIMAL_TEXT_FUNCTION, RATIO_FUNCTION } from '../../../electron/engine/workspace/exact-functions.ts';

type Plain = (...args: readonly string[]) => string;

/** What stands for the engine's own functions in any SQLite: floats, which is what people write; and for what is new in SQLite. */
const PLAIN: ReadonlyMap<string, Plain> = new Map([
  [
    RATIO_FUNCTION,
    (factor, other, denominator, scale, unit) =>
      `(cast(round(1.0 * ${factor} * ${other} * ${scale} / ${denominator}) as integer) * ${unit})`,
  ],
  // The day of the week from 1 for Monday is known to newer versions only.
  [
    'strftime',
    (format, day) =>
      format === "'%u'"
        ? `coalesce(nullif(strftime('%w', ${day}), '0'), '7')`
        : `strftime(${format}, ${day})`,
  ],
  [DECIMAL_TEXT_FUNCTION, (decimal, places) => `round(${decimal} / 10000.0, ${places})`],
]);
const WITHOUT_MEDIAN: ReadonlyMap<string, Plain> = new Map([...PLAIN, ['median', (of) => `avg(${of})`]]);

/** SQL for the `sqlite3` shell: the engine's functions as plain SQL; median as the mean, which is quicker, where it is missing. */
export function withPlainCalls(sql: string, hasMedian: boolean): string {
  return replaced(lex(sql), hasMedian ? PLAIN : WITHOUT_MEDIAN);
}

function replaced(tokens: readonly Token[], plain: ReadonlyMap<string, Plain>): string {
  let text = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const write = tokens[at + 1]?.text === '(' ? plain.get(token.text) : undefined;
    if (!write) {
      text += token.text;
      continue;
    }
    const close = closingParenthesis(tokens, at + 1);
    text += write(...parts(tokens.slice(at + 2, close)).map((part) => replaced(part, plain).trim()));
    at = close;
  }
  return text;
}

/** Tokens split at the commas that stand within no parentheses. */
function parts(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && depth === 0) found.push([]);
    else found.at(-1)?.push(token);
  }
  return found;
}
