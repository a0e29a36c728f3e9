import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralised } from './neutralise.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+1+1', "'+1+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['  =1', "'  =1"],
  ['\u00A0=1', "'\u00A0=1"],
  ['\0=1', "'\0=1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['\u200B=1', "'\u200B=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1+1', "'－1+1"],
  ['＠x', "'＠x"],
  ['-', "'-"],
  ['- one', "'- one"],
  ['+1-800-555-0100', "'+1-800-555-0100"],
  ['-2+3', "'-2+3"],
  ['--5', "'--5"],
  ['+44 20=1', "'+44 20=1"],
])('%j gets an apostrophe', (text, safe) => {
  expect(neutralised(text)).toBe(safe);
});

test.each([
  ['a;=1', "a;'=1"],
  ['a\t=1', "a\t'=1"],
  ['a\n=1\n+b', "a\n'=1\n'+b"],
  ['a\r\n =1', "a\r\n' =1"],
  ['\t=1', "'\t'=1"],
])('%j gets one also where another cell could begin', (text, safe) => {
  expect(neutralised(text)).toBe(safe);
});

test.each([
  '',
  'a',
  'a=1',
  "'=1",
  '-12.50',
  '+3',
  '-1.234,56',
  '-5 %',
  ' -5',
  '+44 20 7946 0000',
  '+44 (0)20 7946 0000',
  '+442079460000',
  'mail@example.com',
  '2026-11-20',
  'one\ntwo',
  'a; b',
  'Tel.\n+44 20 7946 0000',
])('%j stays as it is', (text) => {
  expect(neutralised(text)).toBe(text);
});

const odd = fc
  .array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ' ',
      '\t',
      '\r',
      '\n',
      ';',
      '\0',
      "'",
      '"',
      '1',
      '.',
      '(',
      ')',
      'a',
      ',',
    ),
    {
      maxLength: 12,
    },
  )
  .map((units) => units.join(''));

test('nothing that is neutralised begins like a formula, and only apostrophes came', () => {
  fc.assert(
    fc.property(odd, (text) => {
      const safe = neutralised(text);
      expect(safe.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      expect(mayBeEvaluated(safe)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('what is neutralised stays as it is when it comes again', () => {
  fc.assert(
    fc.property(odd, (text) => {
      expect(neutralised(neutralised(text))).toBe(neutralised(text));
    }),
    { numRuns: 1000 },
  );
});

/** Says letter by letter, and without the rules above, whether some program could see a formula. */
function mayBeEvaluated(cell: string): boolean {
  if ('\t\r\n'.includes(cell.charAt(0)) && cell !== '') return true;
  let begins = true;
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charAt(at);
    if (begins && '=+-@＝'.includes(unit) && !isNumberFrom(cell.slice(at))) return true;
    begins = ';\t\r\n'.includes(unit) || (begins && ' \0'.includes(unit));
  }
  return false;
}

/** Whether there is a sign and then, up to the next separator, nothing that could be worked out. */
function isNumberFrom(rest: string): boolean {
  const [number = ''] = rest.slice(1).split(/[;\t\r\n]/);
  return (
    '+-'.includes(rest.charAt(0)) && /\d/.test(number) && [...number].every((unit) => '1.,() '.includes(unit))
  );
}
