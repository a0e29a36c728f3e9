/** What a piece of SQL text is; together the tokens are the text. */
export type TokenKind =
  | 'space'
  | 'comment'
  | 'string'
  | 'quoted'
  | 'parameter'
  | 'number'
  | 'word'
  | 'punctuation'
  /** A quotation that does not end, or a character that SQL does not know. */
  | 'broken';

/** A piece of SQL text with its place. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  /** Counted from 1; of a token over several lines the first. */
  readonly line: number;
}

// The first that matches at a place decides.
const PATTERNS: readonly (readonly [kind: TokenKind, pattern: RegExp])[] = [
  ['space', /[ \t\n\f\r]+/],
  ['comment', /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/],
  ['string', /[xX]?'[^']*(?:''[^']*)*'/],
  ['quoted', /"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`|\[[^\]]*\]/],
  ['parameter', /[:@$#][\w\x80-\uffff][\w$\x80-\uffff]*|\?\d*/],
  ['number', /0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/],
  ['word', /[A-Za-z_\x80-\uffff][\w$\x80-\uffff]*/],
  ['punctuation', /\|\||->>?|<[=><]|>[=>]|!=|==|[-+*/%(),.;<>=&|~]/],
  ['broken', /['"`[][\s\S]*|[\s\S]/],
];

// All in one, each a group: asking one after another takes several times as long, and a recipe has many tokens.
const TOKEN = new RegExp(PATTERNS.map(([, { source }]) => `(${source})`).join('|'), 'g');

/** The tokens of SQL text; joined they are the text again. */
export function lex(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const match of sql.matchAll(TOKEN)) {
    const [text, ...groups] = match;
    const kind = PATTERNS[groups.findIndex((group) => group !== undefined)]?.[0] ?? 'broken';
    tokens.push({ kind, text, start: match.index, line });
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++;
  }
  return tokens;
}

/** The tokens that mean something: without space and comments. */
export function significant(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}

/** The name that a word or a quoted identifier stands for, in small letters; undefined for other tokens. */
export function nameOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'word') return token.text.toLowerCase();
  if (token?.kind !== 'quoted') return undefined;
  const quote = token.text.charAt(0);
  const inner = token.text.slice(1, -1);
  return (quote === '[' ? inner : inner.replaceAll(quote + quote, quote)).toLowerCase();
}

/** The names that a query mentions, of tables, columns and whatever else, each once, in small letters. */
export function words(sql: string): readonly string[] {
  const names = lex(sql).map(nameOf);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The names of the parameters that a query binds, each once, as they come. */
export function parametersOf(tokens: readonly Token[]): readonly string[] {
  const names = tokens.filter(({ kind }) => kind === 'parameter').map(({ text }) => text.slice(1));
  return [...new Set(names)];
}

/** The index of the parenthesis that closes the one at an index; -1 where none does. */
export function closingParenthesis(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (tokens[index]?.text === '(') depth++;
    else if (tokens[index]?.text === ')' && --depth === 0) return index;
  }
  return -1;
}

/** The tokens that stand in no parentheses: of a query with parts the parts' own words. */
export function topLevel(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  return tokens.filter(({ text }) => {
    if (text === '(') depth++;
    const outside = depth === 0;
    if (text === ')') depth--;
    return outside;
  });
}
