import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { type Cell, writeCsv } from './csv-writer.ts';
import { jsonText, writeJson } from './json-file.ts';

/** What stands in a CSV file of these rows. */
function written(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const path = join(tempFolder(), 'x.csv');
  writeCsv(path, header, rows);
  return readFileSync(path, 'utf8');
}

test('a cell is quoted where it must be and nowhere else', () => {
  const rows = [
    ['plain', 'semi;colon', 'é😀'],
    ['a,b', 'say "no"', 'one\ntwo'],
    ['one\r\ntwo', 'one\rtwo', "it's"],
    [' leading', 'trailing ', 'in side'],
    ['=1+1', '-5', '+5'],
  ];
  expect(written(['a', 'b b', 'c,c'], rows)).toBe(
    'a,b b,"c,c"\n' +
      'plain,semi;colon,é😀\n' +
      '"a,b","say ""no""","one\ntwo"\n' +
      '"one\r\ntwo","one\rtwo",it\'s\n' +
      '" leading","trailing ",in side\n' +
      '=1+1,-5,+5\n',
  );
});

test('nulls are empty, whole numbers exact whatever their size', () => {
  const rows = [
    [null, 0, 9223372036854775807n],
    ['', -1n, 20_000_000_000_000_000_000_000n],
  ];
  expect(written(['a', 'b', 'c'], rows)).toBe('a,b,c\n,0,9223372036854775807\n,-1,20000000000000000000000\n');
});

test('a lone empty cell is quoted, as a blank line would be no record, and its neighbours are not', () => {
  expect(written(['a'], [['x'], [null], ['y'], ['']])).toBe('a\nx\n""\ny\n""\n');
});

test('without rows there is the header, and no mark before it', () => {
  expect(written(['id', 'team'], [])).toBe('id,team\n');
});

test('whatever the cells hold, they are read again as they were', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', ';', '\uFEFF', 'a') }),
  );
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }));
  fc.assert(
    fc.property(table, (rows) => {
      const header = (rows[0] ?? ['a']).map((_, index) => `c${index}`);
      const text = written(header, rows);
      // Half a surrogate pair is no character and has no bytes of its own.
      const expected = rows.map((row) => row.map((each) => each.toWellFormed()));
      const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
      expect(data).toEqual([header, ...expected, ['']]);
    }),
    { numRuns: 40 },
  );
});

test('more rows than are written at once come in order', () => {
  const rows = Array.from({ length: 2500 }, (_, index) => [index]);
  expect(written(['n'], rows)).toBe(`n\n${rows.join('\n')}\n`);
});

test('a written file is described by its name, rows, bytes and sha256', () => {
  const path = join(tempFolder(), 'x.csv');
  const description = writeCsv(path, ['é'], [['one\ntwo'], ['ü']]);
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(description).toEqual({ name: 'x.csv', rows: 2, bytes: bytes.length, sha256 });
});

test('JSON is indented, ends with a newline and is described without rows', () => {
  const path = join(tempFolder(), 'x.json');
  const value = { name: 'é', list: [1, null] };
  expect(writeJson(path, value)).toMatchObject({ name: 'x.json', rows: null });
  expect(readFileSync(path, 'utf8')).toBe('{\n  "name": "é",\n  "list": [\n    1,\n    null\n  ]\n}\n');
  expect(jsonText(value)).toBe(readFileSync(path, 'utf8'));
});

test('a file that is there is never written over', () => {
  const path = join(tempFolder({ 'x.csv': 'mine' }), 'x.csv');
  expect(() => writeCsv(path, ['a'], [])).toThrow('EEXIST');
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

test('what goes wrong while rows are made is thrown as it is', () => {
  const path = join(tempFolder(), 'x.csv');
  function* rows(): Iterable<readonly Cell[]> {
    yield ['a'];
    throw new Error('no more rows');
  }
  expect(() => writeCsv(path, ['a'], rows())).toThrow('no more rows');
  expect(existsSync(path)).toBe(true);
});
