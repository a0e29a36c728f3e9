import { isUtf8 } from 'node:buffer';
import type { Delimiter } from '../ingest/delimiter.ts';
import type { OutputColumn } from '../recipe/recipe.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';

/** Rows of an output that follow one another, by their numbers, as lines of a CSV file. */
export interface OutputLines {
  readonly first: number;
  readonly last: number;
  /** How many rows there are. */
  readonly rows: number;
  /** The reader's own; absent where a value among them is more than SQL can write. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

const ROWS_A_PIECE = 1000;

/**
 * The rows of an output's table as a CSV file has them, put together by SQLite: in a third of the time that it takes cell by cell.
 * It writes whole numbers and texts; rows in which there is anything else are left to the caller, a thousand at a time.
 */
export function* outputLines(
  db: ReadableDb,
  table: string,
  columns: readonly OutputColumn[],
  delimiter: Delimiter = ',',
): Iterable<OutputLines> {
  const pieces = db
    .prepare<[number, number], [rows: number, lines: number, bytes: Uint8Array<ArrayBuffer> | null]>(
      `select count(*), count(line), cast(group_concat(line, '') as blob)
       from (
         select ${lineExpression(columns, delimiter)} || char(10) as line
         from ${identifier(table)}
         where _rowid_ between ? and ?
         order by _rowid_
       )`,
    )
    .raw();
  const end = db
    .prepare<[], number | null>(`select max(_rowid_) from ${identifier(table)}`)
    .pluck()
    .get();
  for (let first = 1; first <= (end ?? 0); first += ROWS_A_PIECE) {
    const last = first + ROWS_A_PIECE - 1;
    const [rows = 0, lines = 0, bytes = null] = pieces.get(first, last) ?? [];
    // SQL's functions end a text at a NUL, and JavaScript's texts have no bytes that are no text.
    const isWritten = rows === lines && bytes !== null && !bytes.includes(0) && isUtf8(bytes);
    yield { first, last, rows, bytes: isWritten ? bytes : undefined };
  }
}

/** SQL for a row's line; null where a value among its cells is more than it can write. */
function lineExpression(columns: readonly OutputColumn[], delimiter: Delimiter): string {
  const cells = columns.map((column) => cellExpression(column, delimiter));
  const [first = 'null'] = cells;
  // A lone empty cell without quotes would be a blank line, which is no record.
  return cells.length === 1 ? `case ${first} when '' then '""' else ${first} end` : joined(cells, delimiter);
}

/** Cells with the delimiter between them, in halves, as SQLite limits how deep an expression is. */
function joined(cells: readonly string[], delimiter: Delimiter): string {
  const [first = `''`] = cells;
  if (cells.length < 2) return first;
  const half = Math.ceil(cells.length / 2);
  const [left, right] = [cells.slice(0, half), cells.slice(half)];
  return `(${joined(left, delimiter)} || char(${delimiter.charCodeAt(0)}) || ${joined(right, delimiter)})`;
}

function cellExpression({ name, format }: OutputColumn, delimiter: Delimiter): string {
  const value = identifier(name);
  const text = textCell(value, format, delimiter);
  return `case typeof(${value}) when 'integer' then ${wholeExpression(value, format)} ${text} when 'null' then '' end`;
}

/** SQL for what is done with a text. */
function textCell(value: string, { kind }: OutputColumn['format'], delimiter: Delimiter): string {
  switch (kind) {
    case 'plain':
      return `when 'text' then ${textExpression(value, delimiter)}`;
    case 'date':
      return `when 'text' then case when ${isIn('%Y-%m-%d', value)} then ${value} end`;
    case 'timestamp':
      return `when 'text' then case when ${isIn('%Y-%m-%dT%H:%M:%S', value)} then ${value} || 'Z' end`;
    default:
      return '';
  }
}

/** Whether a text is a real day or instant in a form of SQLite's. */
function isIn(form: string, value: string): string {
  return `${value} >= '0001' and strftime('${form}', ${value}) is ${value}`;
}

/** Rounding needs some room below the limit of 64 bits. */
const LARGEST = 10n ** 18n;

function wholeExpression(value: string, format: OutputColumn['format']): string {
  if (format.kind === 'plain' || format.kind === 'integer') return value;
  if (format.kind === 'boolean') return `case ${value} when 0 then 'false' when 1 then 'true' end`;
  if (format.kind !== 'decimal') return 'null';
  const unit = 10 ** format.decimals;
  const step = 10_000 / unit;
  const size = `((abs(${value}) + ${Math.floor(step / 2)}) / ${step})`;
  const sign = `case when ${value} < 0 and ${size} > 0 then '-' else '' end`;
  const digits = unit === 1 ? '' : ` || '.' || substr(${size} % ${unit} + ${unit}, 2)`;
  return `case when ${value} between -${LARGEST} and ${LARGEST} then ${sign} || (${size} / ${unit})${digits} end`;
}

/** For each delimiter the visible characters of ASCII, but itself and the quote, as a set of SQL's glob. */
const PLAIN: Readonly<Record<Delimiter, string>> = {
  ',': '!#-+--~',
  ';': '!#-:<-~',
  '|': '!#-{}~',
  '\t': '!#-~',
};

/** A text, in quotes where a CSV file needs them; most have no character at all that could call for them. */
function textExpression(value: string, delimiter: Delimiter): string {
  const isPlain = `${value} not glob '*[^${PLAIN[delimiter]}]*'`;
  const odd = `char(34, ${delimiter.charCodeAt(0)}, 10, 13, 65279)`;
  const isQuoted = `${value} glob '*[' || ${odd} || ']*' or ${value} glob ' *' or ${value} glob '* '`;
  return `case when ${isPlain} then ${value} when ${isQuoted} then '"' || replace(${value}, '"', '""') || '"' else ${value} end`;
}
