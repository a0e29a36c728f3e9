import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nastyTexts } from '../testing/any-text.ts';
import { type ExpectedRecord, splitByPattern } from '../testing/split-by-pattern.ts';
import { DELIMITERS, type Delimiter } from './delimiter.ts';
import { KEPT_UNITS, MOST_UNITS, splitCarefully } from './split-carefully.ts';

function split(text: string, delimiter: Delimiter = ','): readonly ExpectedRecord[] {
  const records: ExpectedRecord[] = [];
  splitCarefully(text, delimiter, 1, true, (cells, line, broken) => records.push({ cells, line, broken }));
  return records;
}

/** Each record as `line: cell|cell`, with an exclamation mark where it is broken. */
function told(text: string, delimiter: Delimiter = ','): readonly string[] {
  return split(text, delimiter).map(
    ({ cells, line, broken }) => `${line}${broken ? '!' : ''}: ${cells.join('|')}`,
  );
}

describe('splitCarefully', () => {
  test.each<[about: string, text: string, expected: readonly string[]]>([
    ['fields are parted at delimiters', 'a,b\nc,d\n', ['1: a|b', '2: c|d']],
    ['the last line needs no end', 'a,b\nc,d', ['1: a|b', '2: c|d']],
    ['LF, CRLF and CR each end a line, side by side', 'a\r\nb\rc\nd', ['1: a', '2: b', '3: c', '4: d']],
    ['blank lines are no records but are lines', '\n\r\n\ra\n\nb', ['4: a', '6: b']],
    ['a line of spaces is a record', 'a\n  \nb', ['1: a', '2:   ', '3: b']],
    ['a line of one empty quoted field is a record', 'a\n""\nb', ['1: a', '2: ', '3: b']],
    ['a delimiter alone parts two empty fields', ',\n', ['1: |']],
    [
      'a quoted field holds delimiters, quotes and line ends',
      '"a,""b""\r\nc",d\ne',
      ['1: a,"b"\r\nc|d', '3: e'],
    ],
    ['a quoted CR counts as a line', '"a\rb\r\nc\nd"\ne', ['1: a\rb\r\nc\nd', '5: e']],
    ['white space after a closing quote is dropped', '"a" \t,"b"\t\n', ['1: a|b']],
    ['white space before a quote makes it a character', ' "a",b', ['1:  "a"|b']],
    ['a quote inside an unquoted field is a character', 'a"b,c"\nd', ['1: a"b|c"', '2: d']],
    ['what follows a closing quote breaks the record', '"a"b,c\nd', ['1!: "a"b|c', '2: d']],
    ['a quote never closed loses one line only', 'a\n"b,c\nd\ne', ['1: a', '2!: "b|c', '3: d', '4: e']],
    ['a broken record over lines loses its first line only', '"a\nb"c\nd', ['1!: "a', '2: b"c', '3: d']],
    ['NUL is a character', 'a\0,b', ['1: a\0|b']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('a tab after a closing quote is a delimiter where tabs part fields', () => {
    expect(told('"a"\t"b" \tc', '\t')).toEqual(['1: a|b|c']);
  });

  test('it agrees with a regular expression on any text', () => {
    fc.assert(
      fc.property(nastyTexts(), fc.constantFrom(...DELIMITERS), (text, delimiter) => {
        expect(split(text, delimiter)).toEqual(splitByPattern(text, delimiter));
      }),
      { numRuns: 5000 },
    );
  });

  test('a record of the greatest length is read, one unit more is too long', () => {
    const longest = 'x'.repeat(MOST_UNITS - 2);
    expect(split(`${longest},y\nz`)).toEqual([
      { cells: [longest, 'y'], line: 1, broken: false },
      { cells: ['z'], line: 2, broken: false },
    ]);
    expect(split(`x${longest},y\nz`)).toEqual([
      { cells: ['x'.repeat(KEPT_UNITS)], line: 1, broken: true },
      { cells: ['z'], line: 2, broken: false },
    ]);
  });

  test('an over-long quoted record loses its first line only', () => {
    const line = 'x'.repeat(1023);
    const filler = `${line}\n`.repeat(MOST_UNITS / 1024);
    const records = split(`"a,b\n${filler}",c\nd,e`);
    expect(records.slice(0, 2)).toEqual([
      { cells: ['"a', 'b'], line: 1, broken: true },
      { cells: [line], line: 2, broken: false },
    ]);
    // The line of the closing quote begins with it: `",c` is never closed.
    expect(records.slice(-2)).toEqual([
      { cells: ['"', 'c'], line: 1026, broken: true },
      { cells: ['d', 'e'], line: 1027, broken: false },
    ]);
  });

  test('what is unfinished waits for the next call', () => {
    for (const unfinished of ['a,b', 'a\r', '"a', '"a"', '"a"\r', '"a"b']) {
      const records: string[] = [];
      const end = splitCarefully(`x\n${unfinished}`, ',', 7, false, (cells) => records.push(cells.join()));
      expect([records, end]).toEqual([['x'], { consumed: 2, line: 8, withinLongLine: false }]);
    }
  });
});
