import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeHeader } from '../headers.ts';
import { NO_JSON } from './json-grammar.ts';
import { MOST_DEPTH } from './scan-nested.ts';
import { ObjectScanner } from './scan-object.ts';

function scannerOf(...keys: readonly string[]): ObjectScanner {
  return new ObjectScanner(keys.map((key) => ({ key, takesNested: true })));
}

/** The cells of an object, undefined where it cannot be read. */
function cellsOf(text: string, ...keys: readonly string[]): readonly string[] | undefined {
  const scanner = scannerOf(...keys);
  return scanner.scan(text, 0, text.length) === text.length ? scanner.cells : undefined;
}

function isJsonObject(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const white = fc.constantFrom('', '', '', ' ', '\n', '\t', '\r\n  ');

/** A value's text and the cell that it is. */
interface Written {
  readonly text: string;
  readonly cell: string;
}

const characters = fc.array(fc.constantFrom('a', ' ', 'é', '😀', '"', '\\', '/', '\n', '\t', '\u2028', '}'));
const strings = fc.tuple(characters, fc.boolean()).map(([units, escaped]): Written => {
  const cell = units.join('');
  const text = JSON.stringify(cell);
  const code = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
  return { text: escaped ? text.replaceAll(/[^"\\\w ]/g, code) : text, cell };
});
const numbers = fc
  .stringMatching(/^-?(?:0|[1-9]\d{0,24})(?:\.\d{1,6})?(?:[eE][+-]?\d{1,3})?$/)
  .map((text): Written => ({ text, cell: text }));
const words = fc.constantFrom('true', 'false', 'null').map(
  (text): Written => ({
    text,
    cell: text === 'null' ? '' : text,
  }),
);
const nested = fc
  .tuple(
    fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
    fc.constantFrom(0, 2),
  )
  .map(([value, space]): Written => {
    const text = JSON.stringify(value, null, space);
    return { text, cell: text };
  });
const values = fc.oneof(strings, numbers, words, nested);

const KEYS = ['user_uuid', 'page views', 'x-y', 'Größe', 'a"b'];
const entries = fc.uniqueArray(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.string()), values, white), {
  selector: ([key]) => normalizeHeader(key),
  maxLength: 8,
});

function written(of: readonly (readonly [string, Written, string])[]): string {
  const fields = of.map(([key, { text }, gap]) => `${gap}${JSON.stringify(key)}${gap}:${gap}${text}${gap}`);
  return `{${fields.join(',')}}`;
}

describe('ObjectScanner', () => {
  test('takes for valid what JSON.parse takes for an object, and nothing else', () => {
    const bits = fc.constantFrom(
      ...['{', '}', '[', ']', '"', ',', ':', '\\', '\\u', '00e9', 'a', '0', '1', '-', '+', '.', 'e', 'E'],
      ...[' ', '\n', '\u00a0', '\ufeff', '\u0001', '\u007f', 'true', 'null', 'fals', 'NaN', '"a":', '/**/'],
    );
    const broken = fc
      .tuple(entries.map(written), fc.nat(), fc.nat({ max: 3 }), bits)
      .map(([text, place, gone, bit]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + bit + text.slice(at + gone);
      });
    const assembled = fc.array(bits, { maxLength: 12 }).map((parts) => `{"a":${parts.join('')}}`);
    fc.assert(
      fc.property(fc.oneof(broken, assembled), (text) => {
        expect(cellsOf(text) !== undefined).toBe(isJsonObject(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('reads declared keys as they are written, whatever objects came before', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 6 }), (objects) => {
        const scanner = scannerOf(...KEYS);
        for (const object of objects) {
          const text = written(object);
          expect(scanner.scan(`…${text}…`, 1, text.length + 1)).toBe(text.length + 1);
          const expected = KEYS.map((key) => object.find(([name]) => isSame(name, key))?.[1].cell ?? '');
          expect(scanner.cells).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('knows a key again however the space around it changes', () => {
    const scanner = scannerOf('a', 'b');
    for (const text of ['{"a":1,"b":2}', '{"a": 1, "b" :2}', '{ "a":\n1 ,"b":\t2 }', '{"a":1,"b":2}']) {
      expect(scanner.scan(text, 0, text.length)).toBe(text.length);
      expect(scanner.cells).toEqual(['1', '2']);
    }
  });

  test.each([
    ...['"x\ny"', '"\\x"', '"\\u12g4"', '"x', '01', '+1', '.5', '1.', '1e', '-', 'NaN', 'nul', 'True', "'x'"],
    ...['[1}', '{"b":1]', '[1,]', '{"b":1,}', '{"b"}', '{b:1}', '[1 2]', '[', '{', '[[]', '{"b":[1}]', ''],
  ])('what is not valid is so in a declared key and in another: %j', (value) => {
    for (const text of [`{"a":${value}}`, `{"x":${value}}`, `{"x":[${value || ','}]}`])
      expect(cellsOf(text, 'a')).toBeUndefined();
  });

  test('compares keys as headers are compared', () => {
    expect(cellsOf('{"User UUID":"1","PAGE-views":2,"other":3}', 'user_uuid', 'page_views')).toEqual([
      '1',
      '2',
    ]);
    expect(cellsOf('{"us\\u0065r":1}', 'user')).toEqual(['1']);
  });

  test('a declared key that stands twice, also as two spellings, cannot be read; any other may', () => {
    expect(cellsOf('{"a":1,"a":1}', 'a')).toBeUndefined();
    expect(cellsOf('{"a":null,"b":1,"A_":1}', 'a', 'b')).toBeUndefined();
    expect(cellsOf('{"x":1,"x":1,"a":2}', 'a')).toEqual(['2']);
  });

  test('objects and arrays are text only where the key takes them', () => {
    const scanner = new ObjectScanner([{ key: 'a', takesNested: false }]);
    for (const text of ['{"a":{}}', '{"a":[1]}']) expect(scanner.scan(text, 0, text.length)).toBe(NO_JSON);
    expect(cellsOf('{"a": {"b" : [1, 2]} }', 'a')).toEqual(['{"b" : [1, 2]}']);
  });

  test('half a character and NUL are no text, but cost nothing where nobody asks for them', () => {
    for (const half of ['\\ud800', '\\udc00\\ud800', '\\u0000']) {
      expect(cellsOf(`{"a":"${half}"}`, 'a')).toBeUndefined();
      expect(cellsOf(`{"b":"${half}","a":1}`, 'a')).toEqual(['1']);
    }
    expect(cellsOf('{"a":"\\ud83d\\ude00"}', 'a')).toEqual(['😀']);
  });

  test('nesting has a limit, and even far beyond it the stack does not matter', () => {
    const nest = (depth: number) => `{"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(cellsOf(nest(MOST_DEPTH))).toEqual([]);
    expect(cellsOf(nest(MOST_DEPTH + 1))).toBeUndefined();
    expect(cellsOf(nest(1_000_000))).toBeUndefined();
    expect(cellsOf(`{"x":${'{"a":'.repeat(1_000_000)}`)).toBeUndefined();
  });

  test('does not look beyond the end that it is given', () => {
    const text = '{"a":12}{"a":[1,2]}';
    const scanner = scannerOf('a');
    expect(scanner.scan(text, 0, 8)).toBe(8);
    for (let end = 1; end < 8; end++) expect(scanner.scan(text, 0, end)).toBe(NO_JSON);
    for (let end = 9; end < 19; end++) expect(scanner.scan(text, 8, end)).toBe(NO_JSON);
    expect(scanner.scan(text, 8, 19)).toBe(19);
  });
});

function isSame(one: string, other: string): boolean {
  return normalizeHeader(one) === normalizeHeader(other);
}
