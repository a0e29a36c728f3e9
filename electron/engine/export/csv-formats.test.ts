import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { storedRun } from '../explain/stored-run.ts';
import { runTables } from '../run/run-tables.ts';
import { anOutput } from '../testing/an-output.ts';
import { nastyTexts } from '../testing/any-text.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { neutralised } from './neutralise.ts';
import { writeOutputFile } from './output-file.ts';

const FORMATS = {
  id: undefined,
  text: undefined,
  spend: { decimals: 2 },
  open: { type: 'boolean' },
} as const;

const ROWS = [
  [1n, 'a, "b"', 123450n, 1n],
  ['007', null, -50n, 0n],
  ['=1+1', 'é\n😀', null, null],
  [9223372036854775807n, '', 0n, 1n],
];

/** The cells of a CSV file, read by another program's rules. */
function read(bytes: Buffer): readonly (readonly string[])[] {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',' });
  expect(errors).toEqual([]);
  return data.slice(0, -1);
}

test('the exact CSV file has the very bytes of the one that a run writes', async () => {
  const output = await anOutput(FORMATS, ROWS);
  const { bytes, receipt } = await output.write('csv');
  const { db } = output.workspace;
  const { recipe } = storedRun(db, output.run);
  const list = recipe.outputs.find(({ name }) => name === 'list');
  if (!list) throw new Error('The recipe has an output list.');
  const folder = tempFolder();
  const written = writeOutputFile(db, recipe, list, runTables(output.run), folder);
  expect(bytes.equals(readFileSync(join(folder, 'list.csv')))).toBe(true);
  expect(receipt).toMatchObject({ rows: 4, bytes: written.bytes, sha256: written.sha256, neutralised: 0 });
  expect(bytes.toString('utf8')).toBe(
    'id,text,spend,open\n1,"a, ""b""",12.35,true\n007,,-0.01,false\n=1+1,"é\n😀",,\n9223372036854775807,,0.00,true\n',
  );
});

test('columns come as they are asked for, and no others', async () => {
  const output = await anOutput(FORMATS, ROWS);
  const columns = ['spend', 'id'].map((name) => ({ name, hashed: false }));
  const { bytes, receipt } = await output.write('csv', { columns });
  expect(bytes.toString('utf8')).toBe('spend,id\n12.35,1\n-0.01,007\n,=1+1\n0.00,9223372036854775807\n');
  expect(receipt.columns).toEqual(columns);
});

test('the file for spreadsheets has a mark, CRLF and no formula, and says how many cells it changed', async () => {
  const output = await anOutput(
    { ...FORMATS, phone: undefined },
    ROWS.map((row) => [...row, '+44 20 7946 0000']),
  );
  const { bytes, receipt } = await output.write('csv-for-spreadsheets');
  expect(bytes.toString('utf8')).toBe(
    '\uFEFFid,text,spend,open,phone\r\n' +
      '1,"a, ""b""",12.35,true,+44 20 7946 0000\r\n' +
      '007,,-0.01,false,+44 20 7946 0000\r\n' +
      '\'=1+1,"é\n😀",,,+44 20 7946 0000\r\n' +
      '9223372036854775807,,0.00,true,+44 20 7946 0000\r\n',
  );
  expect(receipt.neutralised).toBe(1);
});

test('whatever texts a list holds, the file for spreadsheets holds them neutralised', async () => {
  const output = await anOutput({ text: undefined, other: undefined }, []);
  const text = fc.oneof(
    nastyTexts(8),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', ';='), nastyTexts(4))
      .map(([a, b]) => a + b),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 6 }), async (rows) => {
      output.hold(rows);
      const { bytes, receipt } = await output.write('csv-for-spreadsheets');
      const safe = rows.map((row) => row.map(neutralised));
      expect(read(bytes)).toEqual([['text', 'other'], ...safe]);
      const changed = rows.flat().filter((each) => neutralised(each) !== each);
      expect(receipt.neutralised).toBe(changed.length);
    }),
    { numRuns: 60 },
  );
});

test('in the file for spreadsheets what another program could split at is quoted', async () => {
  const output = await anOutput({ a: undefined, b: undefined }, [['x;y', 'x\ty']]);
  const { bytes } = await output.write('csv-for-spreadsheets');
  expect(bytes.toString('utf8')).toBe('\uFEFFa,b\r\n"x;y","x\ty"\r\n');
});

test('numbers are never neutralised, as they are none that a formula could hide in', async () => {
  const output = await anOutput({ whole: undefined, real: undefined, spend: { decimals: 2 } }, [
    [-5n, -1e-7, -125000n],
  ]);
  const { bytes, receipt } = await output.write('csv-for-spreadsheets');
  expect(read(bytes)[1]).toEqual(['-5', '-1e-7', '-12.50']);
  expect(receipt.neutralised).toBe(0);
});
