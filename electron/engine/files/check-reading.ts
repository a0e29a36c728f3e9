import type { Reading } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import { formatsOf } from '../ingest/value-formats.ts';
import type { Source } from '../recipe/recipe.ts';

/** Throws a Failure where a reading names columns that the source has not, or formats that its columns cannot have. */
export function checkReading({ name, columns }: Source, reading: Reading): void {
  for (const column of Object.keys({ ...reading.columns, ...reading.formats })) {
    if (!columns.some((each) => each.name === column)) {
      throw new Failure(`${name} has no column ${column}.`, 'Choose one of its columns.');
    }
  }
  for (const [column, format] of Object.entries(reading.formats ?? {})) {
    const kind = columns.find((each) => each.name === column)?.type.kind ?? 'text';
    const formats = formatsOf(kind);
    const plain = format === 'plain' && (kind === 'integer' || kind === 'decimal');
    if (!plain && !formats.includes(format)) {
      throw new Failure(`${column} cannot be read as ${format}.`, 'Choose another format for it.');
    }
  }
}
