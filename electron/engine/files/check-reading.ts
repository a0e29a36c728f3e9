import type { Reading } from '../../contract/files.ts';
import { Failure } from '../failure.ts';
import { formatsOf, listOf } from '../ingest/value-formats.ts';
import type { Source } from '../recipe/recipe.ts';

/** Throws a Failure where a reading names columns that the source has not, or formats that its columns cannot have. */
export function checkReading({ name, columns }: Source, reading: Reading): void {
  for (const column of Object.keys({ ...reading.columns, ...reading.formats })) {
    if (!columns.some((each) => each.name === column)) {
      throw new Failure(`${name} has no column ${column}.`, 'Choose one of its columns.');
    }
  }
  for (const [column, decided] of Object.entries(reading.formats ?? {})) {
    const declared = columns.find((each) => each.name === column);
    const kind = declared?.type.kind ?? 'text';
    const title = declared?.header ?? column;
    const able = formatsOf(kind);
    const formats = listOf(decided);
    const isNumber = kind === 'integer' || kind === 'decimal';
    const unable = formats.find((each) => !able.includes(each) && !(isNumber && each === 'plain'));
    if (unable !== undefined) {
      throw new Failure(`${title} cannot be read as ${unable}.`, 'Choose another format for it.');
    }
    if (new Set(formats).size < formats.length) {
      throw new Failure(`${title} has a format twice.`, 'Name each format once.');
    }
  }
}
