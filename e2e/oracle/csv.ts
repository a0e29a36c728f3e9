/** The bytes of a CSV file as Muster writes them, as text. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quote).join(',')}\n`).join('');
}

// What other readers would drop, spaces at the ends and byte order marks, is quoted too, as RFC 4180 lets it be.
function quote(cell: string): string {
  return /[",\r\n\uFEFF]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
