import { type Beside, besideCheck } from '../ingest/beside.ts';
import type { StoredValue } from '../ingest/values.ts';
import type { FoundFault, FoundRecord } from './find-record.ts';

/** The condition of a faulty cell's column that it does not meet as the record stands; all of the column's where it cannot be told. */
export function unmetConditions(
  { source, file, cells: original, correctedCells }: FoundRecord,
  { column: name, code }: Pick<FoundFault, 'column' | 'code'>,
): readonly Beside[] {
  const conditions = source.columns.find((column) => column.name === name)?.beside ?? [];
  if (code !== 'not_allowed' || name === null || conditions.length === 0) return [];
  const cells = correctedCells ?? original;
  const values: StoredValue[] = [];
  file.read(cells, values, 0);
  const names = source.columns.map((column) => column.name);
  const text = cells[file.places.get(name) ?? -1]?.trim() ?? '';
  const unmet = besideCheck(conditions, names)(text, values, 0);
  return unmet ? [unmet] : conditions;
}
