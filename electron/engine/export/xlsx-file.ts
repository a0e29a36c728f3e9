import { type CellStyle, type CellValue, type ColumnDef, writeXlsxStream, ZipError } from 'hucre';
import { Failure } from '../failure.ts';
import type { ColumnKind } from './column-kind.ts';
import type { ExportedColumn, ExportedTable } from './exported-table.ts';

/** What a sheet holds beside its header, and a cell. */
const MOST_ROWS = 1_048_575;
const MOST_CHARACTERS = 32_767;
const MOST_SHEET_NAME = 31;

/** A spreadsheet keeps no more digits of a number. */
const MOST_DIGITS = 15;

/** Spreadsheets take 1900 for a leap year: only from here on do they count days as the calendar does. */
const FIRST_DAY = '1900-03-01';

const HEADER: CellStyle = { font: { name: 'Calibri', size: 11, bold: true } };

/**
 * A workbook of one sheet: the header bold and in view, texts as texts. Throws a Failure for what a sheet cannot hold: more rows, a longer
 * text, more than 4 GiB.
 */
export async function* xlsxFile(table: ExportedTable): AsyncIterable<Uint8Array> {
  const { name, columns, count, rows } = table;
  if (count > MOST_ROWS) {
    throw new Failure(
      `${name} has ${counted(count)} rows, and a sheet of a workbook holds ${counted(MOST_ROWS)}.`,
      'Choose CSV or Parquet.',
    );
  }
  // The library takes a column's style for every cell that it meets in it, the header's as well, so the header goes first and alone.
  const definitions: ColumnDef[] = columns.map((column) => ({ width: widthOf(column), style: HEADER }));
  const values = columns.map((column) => cellOf(column));
  function* cells(): Iterable<CellValue[]> {
    yield columns.map((column) => escaped(column.name));
    definitions.forEach((definition, index) => {
      definition.style = styleOf(columns[index]?.kind);
    });
    let written = 0;
    for (const row of rows) {
      written++;
      yield values.map((value, index) => {
        const text = row[index] ?? null;
        return text === null ? null : value(text, written);
      });
    }
  }
  const options = {
    name: name.slice(0, MOST_SHEET_NAME),
    columns: definitions,
    freezePane: { rows: 1 },
  };
  try {
    yield* writeXlsxStream(cells(), options);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new Failure(`${name} is larger than a workbook can be.`, 'Choose CSV or Parquet.', {
      cause: error,
    });
  }
}

/** Wide enough for a day, or for the column's name in bold. */
function widthOf({ name }: ExportedColumn): number {
  return Math.min(40, Math.max(12, name.length + 3));
}

function styleOf(kind: ColumnKind | undefined): CellStyle {
  switch (kind?.kind) {
    case 'text':
      // As text it stays text also when somebody edits it.
      return { numFmt: '@' };
    case 'integer':
      return { numFmt: '0' };
    case 'decimal':
      return { numFmt: kind.decimals === 0 ? '0' : `0.${'0'.repeat(kind.decimals)}` };
    case 'date':
      return { numFmt: 'yyyy-mm-dd' };
    case 'timestamp':
      return { numFmt: 'yyyy-mm-dd hh:mm:ss' };
    default:
      return {};
  }
}

/** Makes the cell of an exact text in a row, counted from 1. */
function cellOf(column: ExportedColumn): (text: string, row: number) => CellValue {
  switch (column.kind.kind) {
    case 'text':
      return (text, row) => textCell(text, column, row);
    case 'integer':
    case 'decimal':
      return (text) => (text.replace(/[-.]/g, '').length > MOST_DIGITS ? text : Number(text));
    case 'real':
      return Number;
    case 'boolean':
      return (text) => text === 'true';
    case 'date':
    case 'timestamp':
      return (text) => (text < FIRST_DAY ? text : new Date(text));
  }
}

function textCell(text: string, { name }: ExportedColumn, row: number): string {
  if (text.length <= MOST_CHARACTERS) return escaped(text);
  throw new Failure(
    `Row ${counted(row)} has ${counted(text.length)} characters in the column ${name}, and a cell of a workbook holds ${counted(MOST_CHARACTERS)}.`,
    'Choose CSV or Parquet, or leave the column out.',
  );
}

/** A text of which nothing is taken for the code of a character; the library writes such codes for what XML cannot hold, but for the last two. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[\uFFFE\uFFFF]/g, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase()}_`);
}

function counted(number: number): string {
  return number.toLocaleString('en-GB');
}
