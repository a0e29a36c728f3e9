import type { RejectedTrace } from '../../contract/trace.ts';
import { reasonCodes } from '../ingest/column-headers.ts';
import { placeOf } from '../ingest/record-number.ts';
import { Fault, type StoredValue, valueReader } from '../ingest/values.ts';
import type { Column, Source } from '../recipe/recipe.ts';
import type { ImportReader } from '../review/import-reader.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { allOf } from './entity-rows.ts';
import { cellAt } from './trace-index.ts';

interface RejectedRow {
  readonly record: bigint;
  readonly cells: string;
  readonly codes: string;
}

/** The records of a source that are still rejected and whose cells under these names read as this key, at most so many. */
export function rejectedOf(
  db: ReadableDb,
  source: Source,
  names: readonly string[],
  key: readonly StoredValue[],
  files: readonly ImportReader[],
  most: number,
): readonly RejectedTrace[] {
  const columns = names.flatMap((name) => source.columns.find((column) => column.name === name) ?? []);
  const readers = columns.map(({ type }) => valueReader(type));
  const found: RejectedTrace[] = [];
  for (const { import: importNumber, file, header, places } of files) {
    const at = columns.map(({ name }) => places.get(name) ?? -1);
    // A file without the key has nothing of anybody.
    if (at.includes(-1)) continue;
    const near = columns.map((column, part) => nearby(column, at[part] ?? -1, key[part] ?? null));
    const rows = db
      .prepare<unknown[], RejectedRow>(
        `select record, cells, codes from main.rejected
         where import = ${importNumber} ${near.map(({ sql }) => sql).join(' ')}
         order by record`,
      )
      .safeIntegers();
    for (const { record, cells: cellsText, codes } of rows.iterate(...near.flatMap(({ values }) => values))) {
      const cells = JSON.parse(cellsText) as readonly string[];
      const isOfKey = readers.every((read, part) => {
        const value = read((cells[at[part] ?? -1] ?? '').trim());
        const all = allOf(source, columns[part]?.name ?? '');
        return !(value instanceof Fault) && (value === key[part] || (all !== undefined && value === all));
      });
      if (!isOfKey) continue;
      found.push({
        file,
        line: placeOf(record).line,
        codes: reasonCodes(source, codes),
        cells: cells.map((value, index) => ({ name: header[index] ?? '', value })),
      });
      if (found.length >= most) return found;
    }
  }
  return found;
}

interface Nearby {
  readonly sql: string;
  readonly values: readonly string[];
}

/** A condition that all cells meet that read as the value; none where many texts read as one value. */
function nearby({ type, all }: Column, place: number, value: StoredValue): Nearby {
  const text = String(value);
  switch (type.kind) {
    case 'id':
    case 'text':
      return { sql: `and ${cellAt(place, false)} in (?, ?)`, values: [text, all ?? text] };
    case 'email':
      // SQLite knows the small letters of ASCII only.
      if (/[^\p{ASCII}]/u.test(text)) return { sql: '', values: [] };
      return { sql: `and ${cellAt(place, true)} = ?`, values: [text] };
    default:
      return { sql: '', values: [] };
  }
}
