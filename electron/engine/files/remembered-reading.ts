import type { Reading } from '../../contract/files.ts';
import { normalizeHeader } from '../ingest/headers.ts';
import { readingText } from '../ingest/reading-text.ts';
import type { ReadableDb, WritableDb } from '../workspace/database.ts';

/** A reading that the user decided for a file with the same header. */
export interface RememberedReading {
  readonly reading: Reading;
  /** The name of that file. */
  readonly file: string;
}

/**
 * Keeps what the user said of a header's columns for the next file of the source with that header, or forgets it where nothing is
 * said any more. The encoding and the delimiter are told from each file anew.
 */
export function rememberReading(
  db: WritableDb,
  source: string,
  header: readonly string[],
  { columns = {}, formats = {} }: Reading,
  file: string,
): void {
  const text = readingText({ columns, formats });
  if (text === '{}') {
    db.prepare('delete from remembered_reading where source = ? and header = ?').run(source, keyOf(header));
    return;
  }
  db.prepare(
    `insert into remembered_reading (source, header, reading, file) values (?, ?, ?, ?)
     on conflict do update set reading = excluded.reading, file = excluded.file`,
  ).run(source, keyOf(header), text, file);
}

/** What was said of a header of the source, if anything. */
export function rememberedReading(
  db: ReadableDb,
  source: string,
  header: readonly string[],
): RememberedReading | undefined {
  const row = db
    .prepare<[string, string], { reading: string; file: string }>(
      'select reading, file from remembered_reading where source = ? and header = ?',
    )
    .get(source, keyOf(header));
  return row && { reading: JSON.parse(row.reading) as Reading, file: row.file };
}

/** What stands for the header of a JSON file where readings are remembered: its keys, whose order says nothing. */
export function keysOf(keys: readonly string[]): readonly string[] {
  return keys.map(normalizeHeader).sort();
}

function keyOf(header: readonly string[]): string {
  return JSON.stringify(header.map(normalizeHeader));
}
