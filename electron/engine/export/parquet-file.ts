import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportedTable } from './exported-table.ts';
import { parquetColumn, parquetElement } from './parquet-column.ts';

/** Enough rows for readers to skip by; with more of them memory grows, with fewer the file. */
const ROWS_A_GROUP = 10_000;

/** A Parquet file, a row group at a time; throws a Failure for a decimal that has more than 18 digits. */
export function* parquetFile({ columns, rows }: ExportedTable): Iterable<Uint8Array> {
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(parquetElement)];
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'Muster' });
  const group = columns.map((column) => parquetColumn(column, ROWS_A_GROUP));
  // The values of a column are made when the writer comes to it, so that those of one column at a time are held.
  const columnData = columns.map(({ name }, index) => ({
    name,
    get data() {
      return group[index]?.values() ?? [];
    },
  }));
  /** What is written and not handed on yet. */
  const take = () => {
    const bytes = writer.getBytes();
    writer.index = 0;
    return bytes;
  };
  let size = 0;
  const writeGroup = () => {
    parquet.write({ columnData, rowGroupSize: size });
    keepBounds(parquet);
    for (const column of group) column.clear();
    size = 0;
  };
  for (const row of rows) {
    for (const [index, column] of group.entries()) column.add(row[index] ?? null);
    if (++size < ROWS_A_GROUP) continue;
    writeGroup();
    yield take();
  }
  if (size > 0) writeGroup();
  parquet.finish();
  yield take();
}

/** The writer holds the least and the greatest value of a group until it ends: before the column's bytes are used again, those get their own. */
function keepBounds({ row_groups }: ParquetWriter): void {
  for (const { meta_data } of row_groups.at(-1)?.columns ?? []) {
    const bounds = meta_data?.statistics;
    if (bounds?.min_value instanceof Uint8Array) bounds.min_value = bounds.min_value.slice();
    if (bounds?.max_value instanceof Uint8Array) bounds.max_value = bounds.max_value.slice();
  }
}
