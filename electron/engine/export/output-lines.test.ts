import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storedRun } from '../explain/stored-run.ts';
import { runTables } from '../run/run-tables.ts';
import { anOutput, type Held, type OutputFormats } from '../testing/an-output.ts';
import { nastyTexts } from '../testing/any-text.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { type Cell, csvText } from './csv-writer.ts';
import { outputCell, writeOutputFile } from './output-file.ts';
import { outputLines } from './output-lines.ts';

const FORMATS = {
  plain: undefined,
  whole: { decimals: 0 },
  tenth: { decimals: 1 },
  money: { decimals: 2 },
  exact: { decimals: 4 },
  flag: { type: 'boolean' },
  day: { type: 'date' },
  instant: { type: 'timestamp' },
  count: { type: 'integer' },
} as const;

/** Writes rows as the file of a kept output; says what stands there, and how many of them SQL alone has written. */
async function aWriter(formats: OutputFormats) {
  const { workspace, run, hold } = await anOutput(formats, []);
  const { db } = workspace;
  const { recipe } = storedRun(db, run);
  const output = recipe.outputs.find(({ name }) => name === 'list');
  if (!output) throw new Error('There is no list.');
  const tables = runTables(run);
  const folder = tempFolder();
  return (rows: readonly (readonly Held[])[]) => {
    hold(rows);
    const file = writeOutputFile(db, recipe, output, tables, folder);
    const path = join(folder, file.name);
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    const cells = rows.map((row) =>
      row.map((value, at): Cell => outputCell(value, output.columns[at], 'the test')),
    );
    const header = output.columns.map(({ name }) => name);
    const pieces = [...outputLines(db, tables.output('list'), output.columns)];
    return {
      rows: file.rows,
      text,
      cellByCell: csvText([header]) + (cells.length === 0 ? '' : csvText(cells)),
      bySql: pieces.reduce((sum, { rows: many, bytes }) => sum + (bytes ? many : 0), 0),
    };
  };
}

const texts = fc.oneof(nastyTexts(6), fc.string({ unit: 'binary' }), fc.stringMatching(/^[ -~]{0,6}$/));
const wholes = fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt(-20_000n, 20_000n));

const days = fc.constantFrom(null, '2024-02-29', '0001-01-01', '9999-12-31');
const instants = fc.constantFrom(
  null,
  '2024-02-29T23:59:59',
  '2026-11-20T10:00:00.25',
  '0001-01-01T00:00:00',
);

test('the file holds byte for byte what writing it cell by cell does, whatever the values are', async () => {
  const write = await aWriter(FORMATS);
  const decimal = fc.option(wholes);
  const plain = fc.oneof(texts, fc.double({ noNaN: true }), decimal);
  const flag = fc.constantFrom(null, 0n, 1n);
  const row = fc.tuple(plain, decimal, decimal, decimal, decimal, flag, days, instants, decimal);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const { text, cellByCell, rows: many } = write(rows);
      expect(text).toBe(cellByCell);
      expect(many).toBe(rows.length);
    }),
    { numRuns: 300 },
  );
});

test('a lone column is written like any other, be its name rowid', async () => {
  const write = await aWriter({ rowid: undefined });
  fc.assert(
    fc.property(fc.array(fc.option(texts), { maxLength: 4 }), (cells) => {
      const { text, cellByCell } = write(cells.map((cell) => [cell]));
      expect(text).toBe(cellByCell);
    }),
  );
});

test('whole numbers and texts are written by SQL, and so are thousands of them in their order', async () => {
  const write = await aWriter(FORMATS);
  const rows = Array.from({ length: 2500 }, (_, at) => [
    ...[`a, "${at}"`, at, -at, null, BigInt(at), at % 2],
    ...['2024-02-29', '2024-02-29T23:59:59', at],
  ]);
  const asHeld = rows.map((row) => row.map((value) => (typeof value === 'number' ? BigInt(value) : value)));
  const { text, cellByCell, bySql } = write(asHeld);
  expect(bySql).toBe(2500);
  expect(text).toBe(cellByCell);
});

test.each([
  { what: 'a fraction', value: 0.1 },
  { what: 'a text with a NUL in it', value: 'a\0,b' },
])(
  'a thousand rows with $what among them are written cell by cell, the others are not',
  async ({ value }) => {
    const write = await aWriter(FORMATS);
    const rows = Array.from({ length: 1500 }, (_, at) => [
      ...[at === 700 ? value : 'a', 0n, 0n, 0n, 0n, 0n],
      ...[null, null, 0n],
    ]);
    const { text, cellByCell, bySql } = write(rows);
    expect(bySql).toBe(500);
    expect(text).toBe(cellByCell);
  },
);
