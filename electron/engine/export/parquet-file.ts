import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { Failure } from '../failure.ts';
import type { ColumnKind } from './column-kind.ts';
import type { ExportedColumn, ExportedTable } from './exported-table.ts';

/** Enough rows for readers to skip by, few enough to be held. */
const ROWS_A_GROUP = 50_000;

/** Decimals are written into 64 bits, which hold any number of so many digits. */
const DECIMAL_DIGITS = 18;
const DECIMAL_END = 10n ** BigInt(DECIMAL_DIGITS);

const MILLISECONDS_A_DAY = 86_400_000;
const MICROSECONDS_A_MILLISECOND = 1000n;

type ParquetValue = string | number | bigint | boolean | null;

/** A Parquet file, a row group at a time; throws a Failure for a decimal that has more than 18 digits. */
export function* parquetFile(table: ExportedTable): Iterable<Uint8Array> {
  const { columns, rows } = table;
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'Muster' });
  const values = columns.map((column) => parquetValue(column));
  /** What is written and not handed on yet. */
  const take = () => {
    const bytes = writer.getBytes();
    writer.index = 0;
    return bytes;
  };
  let group = columns.map((): ParquetValue[] => []);
  let size = 0;
  const writeGroup = () => {
    const columnData = columns.map(({ name }, index) => ({ name, data: group[index] ?? [] }));
    parquet.write({ columnData, rowGroupSize: size });
    group = columns.map(() => []);
    size = 0;
  };
  for (const row of rows) {
    values.forEach((value, index) => {
      const text = row[index] ?? null;
      group[index]?.push(text === null ? null : value(text));
    });
    if (++size < ROWS_A_GROUP) continue;
    writeGroup();
    yield take();
  }
  if (size > 0) writeGroup();
  parquet.finish();
  yield take();
}

function elementOf({ name, kind }: ExportedColumn): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...typeOf(kind) };
}

function typeOf(kind: ColumnKind): Omit<SchemaElement, 'name'> {
  switch (kind.kind) {
    case 'text':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
    case 'integer':
      return { type: 'INT64' };
    case 'real':
      return { type: 'DOUBLE' };
    case 'decimal':
      return {
        ...{ type: 'INT64', converted_type: 'DECIMAL', precision: DECIMAL_DIGITS, scale: kind.decimals },
        logical_type: { type: 'DECIMAL', precision: DECIMAL_DIGITS, scale: kind.decimals },
      };
    case 'boolean':
      return { type: 'BOOLEAN' };
    case 'date':
      return { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } };
    case 'timestamp':
      return {
        ...{ type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
      };
  }
}

/** Makes the value of an exact text. */
function parquetValue({ name, kind }: ExportedColumn): (text: string) => ParquetValue {
  switch (kind.kind) {
    case 'text':
      return (text) => text;
    case 'integer':
      return BigInt;
    case 'real':
      return Number;
    case 'decimal':
      return (text) => unscaled(text, name);
    case 'boolean':
      return (text) => text === 'true';
    case 'date':
      return (text) => Date.parse(text) / MILLISECONDS_A_DAY;
    case 'timestamp':
      return (text) => BigInt(Date.parse(text)) * MICROSECONDS_A_MILLISECOND;
  }
}

/** A decimal in units of its last place. */
function unscaled(text: string, column: string): bigint {
  const units = BigInt(text.replace('.', ''));
  if (units < DECIMAL_END && units > -DECIMAL_END) return units;
  throw new Failure(
    `The column ${column} holds ${text}, and a decimal of a Parquet file has ${DECIMAL_DIGITS} digits at most.`,
    'Choose another format, or leave the column out.',
  );
}
