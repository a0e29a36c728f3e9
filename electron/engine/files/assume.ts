import type { Assumption, Reading } from '../../contract/files.ts';
import type { LoadedImport } from '../ingest/load-files.ts';
import type { Source } from '../recipe/recipe.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import type { ReadableDb, WritableDb } from '../workspace/database.ts';
import { assumeColumns } from './assume-columns.ts';
import { assumeDelimiter } from './assume-delimiter.ts';
import { assumeEncoding } from './assume-encoding.ts';
import { assumeFormats } from './assume-formats.ts';
import { headRecords, readHead } from './head.ts';

/** Accepted values are looked for among so many records, whether another format would break them. */
const MOST_RECORDS = 2000;

/** A file just loaded, and how. */
export interface AssumedFile extends LoadedImport {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly reading: Reading;
  /** The file for which the user decided the reading, null where it is this one. */
  readonly readingFrom: string | null;
}

/** Writes down what the import of a file took for granted and what it proposes. Throws Cancelled when the flag is raised. */
export async function assume(
  { db, cancel }: { readonly db: WritableDb; readonly cancel: CancelFlag },
  source: Source,
  file: AssumedFile,
): Promise<void> {
  const head = await readHead(file.path, file.name, file.encoding.encoding);
  const records = headRecords(head, file.delimiter, MOST_RECORDS);
  const assumptions: readonly Assumption[] = [
    ...(await assumeEncoding(file)),
    ...assumeDelimiter(file, head, source, records),
    ...assumeColumns(file, source, records),
    ...assumeFormats({ db, cancel }, file, source, records),
  ];
  db.prepare('update import set assumptions = ?, reading_from = ? where import = ?').run(
    JSON.stringify(assumptions),
    file.readingFrom,
    file.importNumber,
  );
}

/** What was written down of an import; of one that the command line has loaded, its warnings. */
export function assumptionsOf(db: ReadableDb, importNumber: number, name: string): readonly Assumption[] {
  const row = db
    .prepare<[number], { assumptions: string | null; warnings: string }>(
      'select assumptions, warnings from import where import = ?',
    )
    .get(importNumber);
  if (row?.assumptions) return JSON.parse(row.assumptions) as readonly Assumption[];
  const warnings = JSON.parse(row?.warnings ?? '[]') as readonly string[];
  return warnings.map((warning) => ({
    about: 'encoding',
    column: null,
    sentence: `${name} ${warning}`,
    certainty: 'assumed',
    proof: [],
    alternatives: [],
  }));
}
