import type { ExportedColumn, ExportedTable } from './exported-table.ts';

const ROWS_A_WRITE = 1000;

/** A JSON array of objects, one a line; numbers are written digit by digit as the CSV file has them. */
export function* jsonRows({ columns, rows }: ExportedTable): Iterable<string> {
  const members = columns.map((column) => ({ column, name: JSON.stringify(column.name) }));
  let waiting = '[';
  let written = 0;
  for (const row of rows) {
    const cells = members.map(
      ({ column, name }, index) => `${name}:${jsonValue(row[index] ?? null, column)}`,
    );
    waiting += `${written++ === 0 ? '' : ','}\n{${cells.join(',')}}`;
    if (written % ROWS_A_WRITE !== 0) continue;
    yield waiting;
    waiting = '';
  }
  yield `${waiting}\n]\n`;
}

function jsonValue(text: string | null, { kind }: ExportedColumn): string {
  if (text === null) return 'null';
  return kind.kind === 'text' || kind.kind === 'date' ? JSON.stringify(text) : text;
}
