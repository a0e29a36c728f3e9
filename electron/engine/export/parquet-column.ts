import type { SchemaElement } from 'hyparquet';
import { Failure } from '../failure.ts';
import type { ColumnKind } from './column-kind.ts';
import type { ExportedColumn } from './exported-table.ts';

/** Decimals are written into 64 bits, which hold any number of so many digits. */
const DECIMAL_DIGITS = 18;
const DECIMAL_END = 10n ** BigInt(DECIMAL_DIGITS);

const MILLISECONDS_A_DAY = 86_400_000;
const MICROSECONDS_A_MILLISECOND = 1000n;

/** A value as the writer of Parquet files takes it; a text as its bytes. */
type ParquetValue = Uint8Array | number | bigint | boolean | null;

/**
 * The values of one column of a row group, packed outside of the heap: values of many rows that are held as JavaScript's own outlive several
 * collections, and what they leave behind is most of the memory of an export.
 */
export interface ParquetColumn {
  /** Takes the exact text of the next row; throws a Failure for a decimal that has more than 18 digits. */
  readonly add: (text: string | null) => void;
  /** All that was taken, made anew whenever it is asked for; the bytes of texts are the column's own, until it is cleared. */
  readonly values: () => ParquetValue[];
  /** Forgets what was taken, for the next group. */
  readonly clear: () => void;
}

/** How a column stands in the schema of a Parquet file. */
export function parquetElement({ name, kind }: ExportedColumn): SchemaElement {
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

/** An empty column with room for so many rows. */
export function parquetColumn({ name, kind }: ExportedColumn, rows: number): ParquetColumn {
  switch (kind.kind) {
    case 'text':
      return textColumn(rows);
    case 'integer':
      return numberColumn(new BigInt64Array(rows), BigInt, (value) => value);
    case 'real':
      return numberColumn(new Float64Array(rows), Number, (value) => value);
    case 'decimal':
      return numberColumn(
        new BigInt64Array(rows),
        (text) => unscaled(text, name),
        (value) => value,
      );
    case 'boolean':
      return numberColumn(
        new Uint8Array(rows),
        (text) => (text === 'true' ? 1 : 0),
        (value) => value === 1,
      );
    case 'date':
      return numberColumn(
        new Int32Array(rows),
        (text) => Date.parse(text) / MILLISECONDS_A_DAY,
        (value) => value,
      );
    case 'timestamp':
      return numberColumn(
        new BigInt64Array(rows),
        (text) => BigInt(Date.parse(text)) * MICROSECONDS_A_MILLISECOND,
        (value) => value,
      );
  }
}

/** Room for numbers of one size. */
interface Packed<Value> {
  readonly length: number;
  [index: number]: Value;
}

function numberColumn<Value extends number | bigint>(
  packed: Packed<Value>,
  read: (text: string) => Value,
  write: (value: Value) => ParquetValue,
): ParquetColumn {
  const isThere = new Uint8Array(packed.length);
  let size = 0;
  return {
    add: (text) => {
      isThere[size] = text === null ? 0 : 1;
      if (text !== null) packed[size] = read(text);
      size += 1;
    },
    values: () => {
      const values = new Array<ParquetValue>(size);
      for (let row = 0; row < size; row += 1) {
        const value = packed[row];
        values[row] = isThere[row] === 1 && value !== undefined ? write(value) : null;
      }
      return values;
    },
    clear: () => {
      size = 0;
    },
  };
}

/** Of a text; where they do not suffice, the room is doubled. */
const TYPICAL_BYTES = 16;
/** Of a unit of a text; characters of four bytes are two units. */
const MOST_BYTES_A_UNIT = 3;

function textColumn(rows: number): ParquetColumn {
  let bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(rows * TYPICAL_BYTES);
  /** Where each text ends; negative where there is none. */
  const ends = new Float64Array(rows);
  let size = 0;
  let used = 0;
  return {
    add: (text) => {
      if (text !== null) {
        const most = text.length * MOST_BYTES_A_UNIT;
        if (used + most > bytes.length) bytes = larger(bytes, used, used + most);
        used += bytes.write(text, used);
      }
      ends[size] = text === null ? -1 : used;
      size += 1;
    },
    values: () => {
      const values = new Array<ParquetValue>(size);
      let start = 0;
      for (let row = 0; row < size; row += 1) {
        const end = ends[row] ?? -1;
        values[row] = end < 0 ? null : new Uint8Array(bytes.buffer, start, end - start);
        if (end >= 0) start = end;
      }
      return values;
    },
    clear: () => {
      size = 0;
      used = 0;
    },
  };
}

function larger(bytes: Buffer, used: number, needed: number): Buffer<ArrayBuffer> {
  const grown = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, needed));
  bytes.copy(grown, 0, 0, used);
  return grown;
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
