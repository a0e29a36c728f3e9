import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILTERS } from '../testing/a-filter-source.ts';
import { aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { contentOf, load } from '../testing/load.ts';
import { replaceFiles, tempFolder } from '../testing/temp-folder.ts';
import { recordReader } from './read-record.ts';
import type { StoredValue } from './values.ts';

/** Reads limit, field, operator, value and mode. */
function read(...cells: readonly string[]) {
  const values: StoredValue[] = ['untouched'];
  const faults = recordReader(FILTERS.columns, [0, 1, 2, 3, 4])(cells, values, 1);
  return {
    values: values.slice(1),
    faults: faults?.map(({ column, code }) => `${column}:${code}`).join('|'),
  };
}

test('a text that is what it has to be beside other columns is kept as it is written, trimmed', () => {
  expect(read(' +7 ', 'BORN', 'Is', ' 2000-02-29T10:00 ', ' STRICT ')).toEqual({
    values: ['+7', 'born', 'is', '2000-02-29T10:00', 'STRICT'],
    faults: undefined,
  });
});

test.each([
  ['born', 'is', '2001-02-29'],
  ['born', 'below', '29.02.2000'],
  ['born', 'is', ''],
  ['born', 'in', ''],
  ['born', 'in', '2000-01-01|'],
  ['born', 'in', '2000-01-01;2000-01-02'],
  ['spent', 'is', '1,5'],
  ['spent', 'below', '1e3'],
  ['spent', 'is', '922337203685478'],
  ['spent', 'in', '1;2.5'],
  ['name', 'below', 'M'],
  ['name', 'below', ''],
])('beside %s and %s the value %j is not allowed, and none is stored', (field, operator, value) => {
  const { values, faults } = read('1', field, operator, value, '');
  expect(faults).toBe('value:not_allowed');
  expect(values[3]).toBeNull();
});

test.each([
  ['born', 'is', '2000-02-29'],
  ['born', 'in', '2000-01-01 | 2000-01-02'],
  ['born', 'empty', ''],
  ['born', '', 'whatever'],
  ['spent', 'is', '-1.5000'],
  ['spent', 'in', '1; -2'],
  ['name', 'is', 'M'],
  ['name', 'in', ''],
])('beside %s and %j the value %j is allowed', (field, operator, value) => {
  expect(read('1', field, operator, value, '').faults).toBeUndefined();
});

test('a faulty or empty column decides nothing for those beside it', () => {
  expect(read('1', 'birth', 'below', 'soon', '').faults).toBe('field:not_allowed');
  expect(read('1', '', 'below', 'soon', '').faults).toBe('field:missing_value');
  expect(read('x', 'name', 'is', 'M', ' ').faults).toBeUndefined();
});

test('a text compares in any case, in every script', () => {
  expect(read('x', 'name', 'is', 'M', 'strict').faults).toBe('limit:not_allowed');
  expect(read('x', 'name', 'is', 'M', 'ÜBER').faults).toBe('limit:not_allowed');
  expect(read('x', 'name', 'is', 'M', 'stricter').faults).toBeUndefined();
});

test('a column has one fault at most, and faults stand in the order of the columns', () => {
  expect(read('', 'born', 'is', 'x', 'strict').faults).toBe('limit:missing_value|value:not_allowed');
  expect(read('x', 'born', 'maybe', 'x', 'strict').faults).toBe('limit:not_allowed|operator:not_allowed');
  expect(read('x', 'name', 'below', 'x', 'strict').faults).toBe('limit:not_allowed|value:not_allowed');
});

test('a column that the file does not have is empty, also beside others', () => {
  const values: StoredValue[] = [];
  const reader = recordReader(FILTERS.columns, [0, 1, 2, -1, -1]);
  expect(reader(['x', 'born', 'is'], values, 0)).toEqual([{ column: 'value', code: 'not_allowed' }]);
  expect(reader(['x', 'born', 'empty'], values, 0)).toBeUndefined();
});

/** What is wrong with a record, told another way: case by case. */
function naiveFaults([limit, field, operator, value, mode]: readonly string[]): string {
  const [limited, about, does, text, strictness] = [limit, field, operator, value, mode].map((cell = '') =>
    cell.replace(/^[ \t]+|[ \t]+$/g, ''),
  ) as [string, string, string, string, string];
  const faults: string[] = [];
  if (limited === '') faults.push('limit:missing_value');
  else if (/^(strict|über)$/iu.test(strictness) && !/^[+-]?\d+$/.test(limited))
    faults.push('limit:not_allowed');
  if (about === '') faults.push('field:missing_value');
  else if (!/^(born|spent|name)$/i.test(about)) faults.push('field:not_allowed');
  if (!/^(|is|in|below|empty)$/i.test(does)) faults.push('operator:not_allowed');
  if (!naiveValue(`${about} ${does}`.toLowerCase(), text)) faults.push('value:not_allowed');
  return faults.join('|');
}

function naiveValue(what: string, text: string): boolean {
  switch (what) {
    case 'born is':
    case 'born below':
      return naiveDay(text);
    case 'born in':
      return text.split('|').every((part) => naiveDay(part.trim()));
    case 'spent is':
    case 'spent below':
      return /^[+-]?\d+(\.\d{1,4})?$/.test(text);
    case 'spent in':
      return text.split(';').every((part) => /^\s*[+-]?\d+\s*$/.test(part));
    case 'name below':
      return false;
    default:
      return true;
  }
}

function naiveDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

const inAnyCase = (word: string) => fc.constantFrom(word, word.toUpperCase(), ` ${word}\t`);
const values = fc
  .tuple(
    fc.array(
      fc.constantFrom(...['2000-02-29', '2001-02-29', '1.5', '-2', ' 3 ', '1.50001', 'soon', '', '1990-1-1']),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom('|', ';', ' | '),
  )
  .map(([parts, sign]) => parts.join(sign));
const records = fc.tuple(
  fc.constantFrom('1', ' +7', 'ten', '1.5', ''),
  fc.oneof(inAnyCase('born'), inAnyCase('spent'), inAnyCase('name'), fc.constantFrom('', 'age')),
  fc.oneof(
    inAnyCase('is'),
    inAnyCase('in'),
    inAnyCase('below'),
    inAnyCase('empty'),
    fc.constantFrom('', 'x'),
  ),
  values,
  fc.oneof(inAnyCase('strict'), inAnyCase('über'), fc.constantFrom('', 'lax')),
);

test('a source with conditions accepts the records that a naive check accepts, and no others', async () => {
  const workspace = aWorkspace();
  const folder = tempFolder();
  const header = FILTERS.columns.map(({ name }) => name).join();
  await fc.assert(
    fc.asyncProperty(fc.array(records, { minLength: 1, maxLength: 40 }), async (rows) => {
      replaceFiles(folder, { 'filter.csv': [header, ...rows.map((cells) => cells.join())].join('\n') });
      await load(workspace, folder, FILTERS);
      const [content] = contentOf(workspace.db, FILTERS);
      const found = rows.map((_, index) => content?.rejected.get(index + 2)?.faults.join('|') ?? '');
      expect(found).toEqual(rows.map(naiveFaults));
      const stored = rows.map((_, index) => content?.accepted.get(index + 2)?.[3]);
      const kept = rows.map((cells, index) => (found[index] === '' ? cells[3].trim() || null : undefined));
      expect(stored).toEqual(kept);
    }),
    { numRuns: 100 },
  );
});

test('a source without conditions has the definition that it always had, and one with others is loaded anew', async () => {
  const { db, ...workspace } = aWorkspace();
  const folder = tempFolder({ 'filter.csv': 'limit,value\n1,soon' });
  const [limit, , , value] = FILTERS.columns;
  if (!limit || !value) throw new Error('The source has these columns.');
  const plain = aSource(
    'filter',
    [limit, value].map(({ beside: _, ...column }) => column),
  );
  const definition = () => db.prepare<[], string>('select definition from source').pluck().get();
  await load({ db, ...workspace }, folder, plain);
  expect(definition()).toBe(
    '{"columns":[{"name":"limit","type":{"kind":"text"},"required":true,"description":""},{"name":"value","type":{"kind":"text"},"required":false,"description":""}],"unique":[]}',
  );
  const strict = aSource('filter', [
    {
      ...limit,
      beside: [{ where: [{ column: 'value', values: ['soon'] }], takes: 'nothing', list: undefined }],
    },
    plain.columns[1] ?? value,
  ]);
  await load({ db, ...workspace }, folder, strict);
  expect(contentOf(db, strict)[0]?.rejected.get(2)?.faults).toEqual(['limit:not_allowed']);
});
