import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closingParenthesis, lex, nameOf, parametersOf, significant, topLevel, words } from './sql-text.ts';

const pieces = fc.constantFrom(
  ...[
    "'",
    '"',
    '`',
    '[',
    ']',
    '--',
    '/*',
    '*/',
    '\n',
    ' ',
    ':a',
    '?1',
    '@b',
    'select',
    'x',
    '1.5e3',
    "'it''s'",
  ],
  ...['"q""q"', '(', ')', '||', '<>', ';', '\0', 'é', '😀', '0xff', "x'00'", '#', '{'],
);
const sqls = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

test('the tokens of any text are the text, each on the line on which it begins', () => {
  fc.assert(
    fc.property(sqls, (sql) => {
      const tokens = lex(sql);
      expect(tokens.map(({ text }) => text).join('')).toBe(sql);
      for (const { start, line } of tokens) expect(line).toBe(sql.slice(0, start).split('\n').length);
    }),
  );
});

test('a long text without an end is read in no time', () => {
  for (const open of ["'", '"', '[', '`', '/*', '('])
    expect(lex(open + "a''b ".repeat(100_000)).length).toBeGreaterThan(0);
});

test('strings, comments and quoted names hide what stands in them', () => {
  const tokens = lex(`select ':no' as "a b", [c] /* :no */, \`d\` -- :no\n, :yes, x'41'`);
  expect(parametersOf(tokens)).toEqual(['yes']);
  expect(tokens.map(nameOf).filter(Boolean)).toEqual(['select', 'as', 'a b', 'c', 'd']);
});

test('each parameter counts once, in the order of their first mention', () => {
  expect(parametersOf(lex('select :b, :a, :b'))).toEqual(['b', 'a']);
});

test('words are the names of a query in small letters, each once', () => {
  expect(words('Select A.x, "b""c" from a -- d')).toEqual(['select', 'a', 'x', 'b"c', 'from']);
});

test('a quotation without an end is broken from where it begins', () => {
  expect(lex("a\n'b\nc").at(-1)).toEqual({ kind: 'broken', text: "'b\nc", start: 2, line: 2 });
});

test('parentheses are matched over nested ones', () => {
  const tokens = significant(lex('f(a, (b), g(c)) + d)'));
  expect(tokens[closingParenthesis(tokens, 1)]?.start).toBe(14);
  expect(closingParenthesis(significant(lex('f((a)')), 1)).toBe(-1);
  expect(topLevel(tokens).map(({ text }) => text)).toEqual(['f', '+', 'd', ')']);
});
