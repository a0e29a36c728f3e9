import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects, type SchemaElement } from 'hyparquet';

/** A Parquet file: what each column is said to be, and the rows as texts, as a CSV file would have them. */
export interface ParquetTexts {
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly string[])[];
}

/** Reads a Parquet file; values come as they are stored, and are written down here by what the schema says of them. */
export async function readParquet(path: string): Promise<ParquetTexts> {
  const file = new Uint8Array(readFileSync(path)).buffer;
  const metadata = parquetMetadata(file);
  const [root, ...columns] = metadata.schema;
  // Without what the schema says of them the reader gives whole numbers and bytes, and rounds nothing.
  const bare = columns.map(({ converted_type: _, logical_type: __, ...rest }): SchemaElement => rest);
  const schema = root ? [root, ...bare] : bare;
  const rows = await parquetReadObjects({ file, metadata: { ...metadata, schema }, utf8: false });
  return {
    types: Object.fromEntries(columns.map((column) => [column.name, typeOf(column)])),
    rows: rows.map((row) => columns.map((column) => textOf(column, row[column.name]))),
  };
}

function typeOf({ type, logical_type: logical }: SchemaElement): string {
  if (!logical) return type ?? '';
  switch (logical.type) {
    case 'DECIMAL':
      return `${type} DECIMAL(${logical.precision},${logical.scale})`;
    case 'TIMESTAMP':
      return `${type} TIMESTAMP(${logical.unit}${logical.isAdjustedToUTC ? ', UTC' : ''})`;
    default:
      return `${type} ${logical.type}`;
  }
}

function textOf({ logical_type: logical }: SchemaElement, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'bigint') return String(value);
  if (logical?.type === 'DECIMAL') return decimalText(value, logical.scale);
  if (logical?.type !== 'TIMESTAMP') return String(value);
  return new Date(Number(value / 1000n)).toISOString().replace('.000Z', 'Z');
}

function decimalText(value: bigint, places: number): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
