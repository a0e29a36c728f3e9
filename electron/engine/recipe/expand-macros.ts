import { MACROS, type Macro } from './macros.ts';
import { failureAt } from './place.ts';
import { closingParenthesis, lex, type Token } from './sql-text.ts';

const BY_NAME: ReadonlyMap<string, Macro> = new Map(MACROS.map((macro) => [macro.name, macro]));

/** SQL with its macros written out; every line stays where it is. Throws a Failure with file and line for a misused macro. */
export function expandMacros(sql: string, file: string): string {
  return expandTokens(lex(sql), file);
}

function expandTokens(tokens: readonly Token[], file: string): string {
  let expanded = '';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const macro = token.kind === 'word' ? BY_NAME.get(token.text.toLowerCase()) : undefined;
    const open = macro ? nextSignificant(tokens, index + 1) : -1;
    if (!macro || tokens[open]?.text !== '(') {
      expanded += token.text;
      continue;
    }
    const close = closingParenthesis(tokens, open);
    const place = { file, line: token.line };
    if (close < 0) throw failureAt(place, `${macro.name}( is never closed.`, 'Add the ")".');
    const args = splitArguments(tokens.slice(open + 1, close)).map((part) => expandTokens(part, file).trim());
    const given = args.filter((arg) => arg !== '').length;
    if (given !== macro.parameters.length || given !== args.length) {
      const usage = `${macro.name}(${macro.parameters.join(', ')})`;
      throw failureAt(
        place,
        `${macro.name} has ${given} of ${macro.parameters.length} arguments.`,
        `Write ${usage}.`,
      );
    }
    const flatArgs = args.map((arg) => onOneLine(arg).trim());
    const written = macro.parameters.indexOf(macro.written ?? '');
    if (written >= 0 && !/^[0-4]$/.test(flatArgs[written] ?? '')) {
      throw failureAt(
        place,
        `${macro.name} has ${flatArgs[written]} for ${macro.written}; it has to be a number from 0 to 4.`,
        'Write it in the query.',
      );
    }
    const flat = macro.expand(...flatArgs.map((arg) => `(${arg})`));
    // The line breaks within the call follow it, so that later lines keep their numbers.
    expanded += flat + '\n'.repeat(lineBreaks(tokens.slice(index, close + 1)));
    index = close;
  }
  return expanded;
}

function nextSignificant(tokens: readonly Token[], from: number): number {
  return tokens.findIndex(({ kind }, index) => index >= from && kind !== 'space' && kind !== 'comment');
}

function splitArguments(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** An argument may be repeated, so its comments and line breaks go; a text over several lines is put together from its lines. */
function onOneLine(sql: string): string {
  return lex(sql)
    .map(({ kind, text }) => {
      if (kind === 'space' || kind === 'comment') return ' ';
      return kind === 'string' && text.includes('\n')
        ? `(${text.replaceAll('\n', "' || char(10) || '")})`
        : text;
    })
    .join('');
}

function lineBreaks(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
}
