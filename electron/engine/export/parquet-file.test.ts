import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { anOutput } from '../testing/an-output.ts';
import { nastyTexts } from '../testing/any-text.ts';

/** A file in memory, as the reader wants it. */
function inMemory(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** The rows of a file; decimals as the whole numbers and texts as the bytes that stand in it, as the reader rounds the ones and takes marks off the others. */
async function read(bytes: Buffer): Promise<readonly Record<string, unknown>[]> {
  const file = inMemory(bytes);
  const metadata = parquetMetadata(file);
  const schema = metadata.schema.map(({ converted_type, logical_type: _, ...rest }) =>
    converted_type === 'DATE' ? { converted_type, ...rest } : rest,
  );
  const rows = await parquetReadObjects({ file, metadata: { ...metadata, schema }, utf8: false });
  const text = (value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])),
  );
}

const FORMATS = {
  id: undefined,
  text: undefined,
  day: undefined,
  whole: undefined,
  real: undefined,
  spend: { decimals: 2 },
  exact: { decimals: 4 },
  open: { type: 'boolean' },
  at: { type: 'timestamp' },
  born: { type: 'date' },
  count: { type: 'integer' },
} as const;

test('every kind has its own type, and every value may be absent', async () => {
  const output = await anOutput(FORMATS, []);
  const { bytes } = await output.write('parquet');
  output.hold([[1n, 'a', '2026-11-20', 1n, 0.5, 1n, 1n, 1n, null, null, null]]);
  const { bytes: oneRow } = await output.write('parquet');
  const types = (file: Buffer) =>
    parquetMetadata(inMemory(file))
      .schema.slice(1)
      .map(({ name, type, converted_type, precision, scale, repetition_type, logical_type }) => {
        expect(repetition_type).toBe('OPTIONAL');
        return [name, type, converted_type, precision, scale, logical_type].filter(
          (each) => each !== undefined,
        );
      });
  const string = { type: 'STRING' };
  const decimal = (scale: number) => ({ type: 'DECIMAL', precision: 18, scale });
  expect(types(oneRow)).toEqual([
    ['id', 'BYTE_ARRAY', 'UTF8', string],
    ['text', 'BYTE_ARRAY', 'UTF8', string],
    ['day', 'INT32', 'DATE', { type: 'DATE' }],
    ['whole', 'INT64'],
    ['real', 'DOUBLE'],
    ['spend', 'INT64', 'DECIMAL', 18, 2, decimal(2)],
    ['exact', 'INT64', 'DECIMAL', 18, 4, decimal(4)],
    ['open', 'BOOLEAN'],
    ['at', 'INT64', 'TIMESTAMP_MICROS', { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' }],
    ['born', 'INT32', 'DATE', { type: 'DATE' }],
    ['count', 'INT64'],
  ]);
  // Without values a plain column can be anything, so it is text.
  expect(types(bytes).slice(1, 5)).toEqual([
    ['text', 'BYTE_ARRAY', 'UTF8', string],
    ['day', 'BYTE_ARRAY', 'UTF8', string],
    ['whole', 'BYTE_ARRAY', 'UTF8', string],
    ['real', 'BYTE_ARRAY', 'UTF8', string],
  ]);
  expect(parquetMetadata(inMemory(bytes)).num_rows).toBe(0n);
});

test('values are exact whatever their size', async () => {
  const output = await anOutput(FORMATS, [
    [
      '007',
      'a',
      '2026-11-20',
      9223372036854775807n,
      0.1,
      9223372036854775807n,
      99_999_999_999_999_9999n,
      1n,
      '2026-11-20T10:00:00.25',
      '2024-02-29',
      7n,
    ],
    [
      9223372036854775807n,
      '',
      '0001-01-01',
      -9223372036854775808n,
      -1e-7,
      -50n,
      -1n,
      0n,
      '0001-01-01T00:00:00',
      null,
      -7n,
    ],
    [2n, null, null, null, null, null, null, null, null, null, null],
  ]);
  const { bytes } = await output.write('parquet');
  expect(await read(bytes)).toEqual([
    {
      id: '007',
      text: 'a',
      day: new Date('2026-11-20'),
      whole: 9223372036854775807n,
      real: 0.1,
      spend: 92233720368547758n,
      exact: 99_999_999_999_999_9999n,
      open: true,
      at: BigInt(Date.parse('2026-11-20T10:00:00Z')) * 1000n,
      born: new Date('2024-02-29'),
      count: 7n,
    },
    {
      id: '9223372036854775807',
      text: '',
      day: new Date('0001-01-01'),
      whole: -9223372036854775808n,
      real: -1e-7,
      spend: -1n,
      exact: -1n,
      open: false,
      at: BigInt(Date.parse('0001-01-01T00:00:00Z')) * 1000n,
      born: null,
      count: -7n,
    },
    {
      ...{ id: '2', text: null, day: null, whole: null, real: null, spend: null, exact: null, open: null },
      ...{ at: null, born: null, count: null },
    },
  ]);
});

test.each([
  { value: 1_000_000_000_000_000_000n, shown: '100000000000000.0000' },
  { value: -1_000_000_000_000_000_000n, shown: '-100000000000000.0000' },
])('a decimal of more than 18 digits is refused: $shown', async ({ value, shown }) => {
  const output = await anOutput({ exact: { decimals: 4 } }, [[value]]);
  await expect(output.write('parquet')).rejects.toMatchObject({
    message: `The column exact holds ${shown}, and a decimal of a Parquet file has 18 digits at most.`,
    nextStep: 'Choose another format, or leave the column out.',
  });
});

test('rows come in groups, all of them and in order', async () => {
  const output = await anOutput({ id: undefined, n: undefined }, []);
  output.count(24_000);
  const { bytes, receipt } = await output.write('parquet');
  expect(receipt.rows).toBe(24_000);
  const groups = parquetMetadata(inMemory(bytes)).row_groups;
  expect(groups.map(({ num_rows }) => num_rows)).toEqual([10_000n, 10_000n, 4000n]);
  const bounds = groups.map(({ columns }) =>
    columns.flatMap(({ meta_data }) => [meta_data?.statistics?.min_value, meta_data?.statistics?.max_value]),
  );
  // Readers skip groups by them: each is of its own group, texts in the order of their bytes.
  expect(bounds).toEqual([
    ['1', '9999', 1n, 10_000n],
    ['10001', '20000', 10_001n, 20_000n],
    ['20001', '24000', 20_001n, 24_000n],
  ]);
  const rows = await read(bytes);
  expect(rows.length).toBe(24_000);
  expect(rows.every(({ id, n }, index) => n === BigInt(index + 1) && id === String(index + 1))).toBe(true);
});

test('whatever texts a list holds come back', async () => {
  const output = await anOutput({ text: undefined, other: undefined }, []);
  const text = fc.oneof(nastyTexts(12), fc.constant(null));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 8 }), async (rows) => {
      output.hold(rows);
      const { bytes } = await output.write('parquet');
      expect((await read(bytes)).map(({ text, other }) => [text, other])).toEqual(rows);
    }),
    { numRuns: 40 },
  );
});
