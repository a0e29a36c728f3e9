import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { anOutput } from '../testing/an-output.ts';
import { nastyTexts } from '../testing/any-text.ts';
import { unzip } from '../testing/unzip.ts';
import { xlsxFile } from './xlsx-file.ts';

const FORMATS = {
  id: undefined,
  text: undefined,
  day: undefined,
  whole: undefined,
  real: undefined,
  spend: { decimals: 2 },
  open: { type: 'boolean' },
} as const;

const ROWS = [
  ['007', '=1+1', '2026-11-20', 5n, 0.5, 123450n, 1n],
  [12345678901234567n, ' a <b> & "c" ', '1900-02-28', 123456789012345n, -1e-7, -50n, 0n],
  [3n, null, null, 1234567890123456n, null, 99_999_999_999_999_9900n, null],
];

/** The rows of the only sheet as the library reads them. */
async function rowsOf(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  expect(sheets.length).toBe(1);
  return sheets[0]?.rows ?? [];
}

/** A part of the workbook as it stands in it. */
function part(bytes: Buffer, name: string): string {
  return unzip(bytes).get(name)?.toString('utf8') ?? '';
}

/** The cell of a sheet by its place, as XML. */
function cell(sheet: string, place: string): string {
  return new RegExp(`<c r="${place}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(sheet)?.[0] ?? '';
}

/** The number format and boldness that a cell has by its style. */
function styleOf(bytes: Buffer, xml: string): { readonly format: string; readonly bold: boolean } {
  const styles = part(bytes, 'xl/styles.xml');
  const index = Number(/ s="(\d+)"/.exec(xml)?.[1] ?? 0);
  const [, cellXfs = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? [];
  const xf = [...cellXfs.matchAll(/<xf [^>]*>/g)][index]?.[0] ?? '';
  const format = /numFmtId="(\d+)"/.exec(xf)?.[1] ?? '';
  const own = new RegExp(`<numFmt numFmtId="${format}" formatCode="([^"]*)"`).exec(styles)?.[1];
  const font = Number(/fontId="(\d+)"/.exec(xf)?.[1] ?? 0);
  const fonts = [...styles.matchAll(/<font>.*?<\/font>|<font\/>/gs)];
  return { format: own ?? `built-in ${format}`, bold: fonts[font]?.[0].includes('<b/>') ?? false };
}

test('texts stay texts, numbers are numbers as long as a spreadsheet keeps their digits, days are days', async () => {
  const output = await anOutput(FORMATS, ROWS);
  const { bytes, receipt } = await output.write('xlsx');
  expect(await rowsOf(bytes)).toEqual([
    ['id', 'text', 'day', 'whole', 'real', 'spend', 'open'],
    ['007', '=1+1', new Date('2026-11-20'), 5, 0.5, 12.35, true],
    ['12345678901234567', ' a <b> & "c" ', '1900-02-28', 123456789012345, -1e-7, -0.01, false],
    ['3', null, null, '1234567890123456', null, '99999999999999.99', null],
  ]);
  expect(receipt).toMatchObject({ rows: 3, neutralised: 0, bytes: bytes.length });
});

test('what stands in the sheet is no formula, has its format, and the header is bold and frozen', async () => {
  const output = await anOutput(FORMATS, ROWS);
  const { bytes } = await output.write('xlsx');
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).not.toContain('<f');
  expect(cell(sheet, 'A2')).toMatch(/t="inlineStr".*<is><t>007<\/t><\/is>/);
  expect(cell(sheet, 'B2')).toContain('<t>=1+1</t>');
  expect(cell(sheet, 'D2')).toContain('<v>5</v>');
  expect(cell(sheet, 'F2')).toContain('<v>12.35</v>');
  expect(cell(sheet, 'G2')).toContain('t="b"');
  const formats = ['A2', 'C2', 'D2', 'F2'].map((place) => styleOf(bytes, cell(sheet, place)));
  expect(formats).toEqual([
    { format: '@', bold: false },
    { format: 'yyyy-mm-dd', bold: false },
    { format: '0', bold: false },
    { format: '0.00', bold: false },
  ]);
  for (const place of ['A1', 'C1', 'G1']) expect(styleOf(bytes, cell(sheet, place)).bold).toBe(true);
  expect(sheet).toContain('ySplit="1"');
  expect(sheet).toContain('state="frozen"');
});

test('a day is counted as spreadsheets count it', async () => {
  const output = await anOutput({ day: undefined }, [['1900-03-01'], ['2026-11-20'], ['9999-12-31']]);
  const { bytes } = await output.write('xlsx');
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
  const serials = ['A2', 'A3', 'A4'].map((place) => /<v>(.*)<\/v>/.exec(cell(sheet, place))?.[1]);
  expect(serials).toEqual(['61', '46346', '2958465']);
});

test('a text that looks like the code of a character stays as it is, and XML holds every character', async () => {
  const output = await anOutput({ text: undefined }, [
    ['_x0041_'],
    ['_x005F_x0041_'],
    ['\0\x01\x1f'],
    ['\uFFFE\uFFFF'],
    ['\r\n\t '],
  ]);
  const { bytes } = await output.write('xlsx');
  expect((await rowsOf(bytes)).slice(1)).toEqual([
    ['_x0041_'],
    ['_x005F_x0041_'],
    ['\0\x01\x1f'],
    ['\uFFFE\uFFFF'],
    ['\r\n\t '],
  ]);
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
  expect(cell(sheet, 'A2')).toContain('<t>_x005F_x0041_</t>');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML cannot hold.
  expect(sheet).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/);
});

test('a text that no cell can hold is refused by row and column, and nothing is written', async () => {
  const output = await anOutput({ id: undefined, note: undefined }, [
    [1n, 'x'.repeat(32_767)],
    [2n, 'x'.repeat(32_768)],
  ]);
  await expect(output.write('xlsx')).rejects.toMatchObject({
    message: 'Row 2 has 32,768 characters in the column note, and a cell of a workbook holds 32,767.',
    nextStep: 'Choose CSV or Parquet, or leave the column out.',
  });
  const { receipt } = await output.write('xlsx', { columns: [{ name: 'id', hashed: false }] });
  expect(receipt.receipt).toBe(1);
});

test('more rows than a sheet has are refused before anything is written', async () => {
  const output = await anOutput({ id: undefined }, []);
  output.count(1_048_576);
  await expect(output.write('xlsx')).rejects.toMatchObject({
    message: 'list has 1,048,576 rows, and a sheet of a workbook holds 1,048,575.',
    nextStep: 'Choose CSV or Parquet.',
  });
  // As many as a sheet has are taken; none of them needs to come to see that.
  const full = xlsxFile({ name: 'list', columns: [], count: 1_048_575, rows: [] });
  for await (const piece of full) expect(piece.length).toBeGreaterThan(0);
});

test('a list without rows is a sheet with its header', async () => {
  const output = await anOutput({ id: undefined, text: undefined }, []);
  const { bytes } = await output.write('xlsx');
  expect(await rowsOf(bytes)).toEqual([['id', 'text']]);
});

test('whatever texts a list holds come back', async () => {
  const output = await anOutput({ te_x0041_xt: undefined, other: undefined }, []);
  const text = fc.oneof(
    nastyTexts(12),
    fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', '=', '<', '&') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), async (rows) => {
      output.hold(rows);
      const { bytes } = await output.write('xlsx');
      const read = await rowsOf(bytes);
      expect(read).toEqual([['te_x0041_xt', 'other'], ...rows]);
    }),
    { numRuns: 40 },
  );
});
