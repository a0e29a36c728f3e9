import type { QuarantineFilter } from '../../contract/views.ts';
import { WHITE_SPACE } from '../white-space.ts';

/** A condition and the values that it binds, in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number | bigint)[];
}

/** The faults by which a record is found: those that it has, or, once it is corrected, had in the file. */
export const COUNTING_FAULT = "(not fault.lifted or quarantine.state = 'corrected')";

/** The cells that those faults are about, as JSON. */
export const COUNTING_CELLS =
  "iif(quarantine.state = 'corrected', quarantine.cells, coalesce(quarantine.corrected_cells, quarantine.cells))";

/**
 * What a filter asks of a rejected record, as a condition over `quarantine join import using (import)`; a text is compared without the
 * white space around it, and asks nothing without a column.
 */
export function quarantineCondition(filter: QuarantineFilter): Condition {
  const { source, import: importNumber, state, column, text } = filter;
  const parts: string[] = [];
  const values: (string | number | bigint)[] = [];
  const add = (sql: string, ...bound: readonly (string | number | bigint)[]) => {
    parts.push(sql);
    values.push(...bound);
  };
  if (source !== undefined) add('import.source = ?', source);
  if (importNumber !== undefined) add('quarantine.import = ?', importNumber);
  if (state !== undefined) add('quarantine.state = ?', state);
  const fault = faultCondition(filter);
  if (fault)
    add(
      `exists (select 1 from main.fault as fault where fault.record = quarantine.record and ${COUNTING_FAULT} and ${fault.sql})`,
      ...fault.values,
    );
  if (typeof column === 'string' && text !== undefined) {
    add(`${cellText('?')} = ?`, columnPath(column), WHITE_SPACE, text.trim());
  }
  return { sql: parts.join(' and ') || 'true', values };
}

/** What a filter asks of a fault, as a condition over `fault`; undefined when nothing. */
export function faultCondition({ column, code }: QuarantineFilter): Condition | undefined {
  const values: string[] = [];
  const parts: string[] = [];
  if (column === null) parts.push('fault.column_name is null');
  else if (column !== undefined) {
    parts.push('fault.column_name = ?');
    values.push(column);
  }
  if (code !== undefined) {
    parts.push('fault.code = ?');
    values.push(code);
  }
  return parts.length === 0 ? undefined : { sql: parts.join(' and '), values };
}

/** The trimmed text of a record's cell; binds the column's path and the white space. */
function cellText(path: string): string {
  return `trim(json_extract(${COUNTING_CELLS}, '$[' || json_extract(import.places, ${path}) || ']'), ?)`;
}

/** Where `import.places` keeps a column's place, as a JSON path. */
function columnPath(column: string): string {
  return `$."${column}"`;
}
