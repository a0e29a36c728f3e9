import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyJsonTexts } from '../../testing/any-json.ts';
import { cut, cuttings } from '../../testing/any-text.ts';
import { splitJsonByPattern } from '../../testing/json-by-pattern.ts';
import { KEPT_UNITS, MOST_UNITS } from '../split-carefully.ts';
import { ObjectScanner } from './scan-object.ts';
import { JsonSplitter } from './split-json.ts';

interface Found {
  readonly line: number;
  /** The cell of `a`, or the text of a record that cannot be read. */
  readonly text: string;
  readonly readable: boolean;
}

const KEYS = [{ key: 'a', takesNested: true }];

function split(text: string, lengths: readonly number[] = [65_536], unreadable?: RegExp): readonly Found[] {
  const found: Found[] = [];
  const scanner = new ObjectScanner(KEYS);
  const splitter = new JsonSplitter(scanner, unreadable, (readable, line, piece, start, end) => {
    found.push({ line, text: readable ? (scanner.cells[0] ?? '') : piece.slice(start, end), readable });
  });
  for (const piece of cut(text, lengths)) splitter.push(piece);
  splitter.end();
  return found;
}

function expected(text: string): readonly Found[] {
  const scanner = new ObjectScanner(KEYS);
  return splitJsonByPattern(text).map(({ line, text: raw, whole }) => {
    const trimmed = raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    const readable = whole && scanner.scan(trimmed, 0, trimmed.length) === trimmed.length;
    return { line, text: readable ? (scanner.cells[0] ?? '') : raw, readable };
  });
}

/** Short: lines and texts of records, with `!` before one that cannot be read. */
function shown(text: string, unreadable?: RegExp): readonly string[] {
  const whole = split(text, [65_536], unreadable);
  expect(split(text, [1], unreadable)).toEqual(whole);
  return whole.map(({ line, text: raw, readable }) => `${line}${readable ? ' ' : '!'}${raw}`);
}

describe('JsonSplitter', () => {
  test('finds the same records however a text comes in pieces, those that patterns find in all of it', () => {
    fc.assert(
      fc.property(anyJsonTexts(), cuttings(), (text, lengths) => {
        expect(split(text, lengths)).toEqual(expected(text));
        expect(split(text)).toEqual(expected(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('takes an object a line; CR is white space, and blank lines are no records', () => {
    expect(shown('{"a":1}\r\n\n \t\r\n  {"a":"2"} \n{"b":0}')).toEqual(['1 1', '4 2', '5 ']);
    expect(shown('{"a":1}\r{"a":2}\n')).toEqual(['1!{"a":1}\r{"a":2}']);
    expect(shown('')).toEqual([]);
  });

  test('a line that is no object, or ends too early, is one record that cannot be read', () => {
    expect(shown('7\n"x"\r\nnull\n{"a":1},\n{"a":1\n2}\n\u00a0\n[{"a":1}]\n{"a":')).toEqual([
      ...['1!7', '2!"x"', '3!null', '4!{"a":1},', '5!{"a":1', '6!2}', '7!\u00a0', '8![{"a":1}]', '9!{"a":'],
    ]);
  });

  test('takes the elements of one array, on one line or on many, each under a line of its own', () => {
    expect(shown('[{"a":1},{"a":2},\n{"a":3}]\n{"a":4}\n')).toEqual(['1 1', '2 2', '3 3', '4 4']);
    expect(shown('\n [\r\n  {\r\n    "a": 1\r\n  },\r\n  {\r\n    "a": [\r\n2]}\r\n]\r\n')).toEqual([
      '3 1',
      '6 [\r\n2]',
    ]);
    expect(shown('[]')).toEqual([]);
    expect(shown('[,{"a":1} {"a":2}{"a":3},,]')).toEqual(['1 1', '2 2', '3 3']);
  });

  test('after an array the file goes on as lines', () => {
    expect(shown('[{"a":\n1}]\n{"a":\n1}')).toEqual(['1 1', '3!{"a":', '4!1}']);
    expect(shown('[{"a":1}] {"a":2}\n[{"a":3}]\n]')).toEqual(['1 1', '2 2', '3![{"a":3}]', '4!]']);
  });

  test('an element that is no object costs itself', () => {
    expect(shown('[1, "x,]", [2, "]"], nul}, {"a":[1}], {"a":4}]')).toEqual([
      ...['1!1', '2!"x,]"', '3![2, "]"]', '4!nul}', '5!{"a":[1}]', '6 4'],
    ]);
  });

  test('a broken string ends with its line', () => {
    expect(shown('[{"a":"x,\n "b":1},\n{"a":2},\n"y\n,{"a":3}]')).toEqual([
      ...['1!{"a":"x,\n "b":1}', '3 2', '4!"y', '5 3'],
    ]);
    expect(shown('["x\\\n,{"a":1}]')).toEqual(['1!"x\\', '2 1']);
  });

  test('what remains of an array that is never closed is one record', () => {
    expect(shown('[{"a":1},\n{"a":2,\n[{"a":3}, \n')).toEqual(['1 1', '2!{"a":2,\n[{"a":3},']);
    const splitter = new JsonSplitter(new ObjectScanner(KEYS), undefined, () => {});
    expect(splitter.withinArray).toBe(false);
    splitter.push('[{"a":1}');
    expect(splitter.withinArray).toBe(true);
    expect(splitter.shape).toBe('json array');
    splitter.push(']');
    expect(splitter.withinArray).toBe(false);
  });

  test('records with what is no text cannot be read', () => {
    expect(shown('{"a":"x"}\n{"b":"\ufffd","a":1}\n{"a":"\\ufffd"}', /\ufffd/)).toEqual([
      ...['1 x', '2!{"b":"\ufffd","a":1}', '3 \ufffd'],
    ]);
  });

  test('records over the size limit are not kept whole, and cost nobody else', () => {
    const long = `{"a":"${'x'.repeat(MOST_UNITS)}"}`;
    const most = `{"b":"${'x'.repeat(MOST_UNITS - 8)}"}`;
    for (const text of [`{"a":1}\n${long}\n${most}\n{"a":2}`, `[{"a":1},\n${long},\n${most},\n{"a":2}]`]) {
      for (const lengths of [[65_536], [text.length], [7, 100_000]]) {
        expect(split(text, lengths)).toEqual([
          { line: 1, text: '1', readable: true },
          { line: 2, text: long.slice(0, KEPT_UNITS), readable: false },
          { line: 3, text: '', readable: true },
          { line: 4, text: '2', readable: true },
        ]);
      }
    }
  });

  test('a blank line is no record, however long it is', () => {
    expect(split(`${' '.repeat(MOST_UNITS + 5)}\n{"a":1}`)).toEqual([{ line: 2, text: '1', readable: true }]);
  });
});
