import type { Assumption, Reading } from '../../contract/files.ts';
import { ARRAY_WARNING, NO_JSON_WARNING } from '../ingest/import-table.ts';
import { jsonRows } from '../ingest/json/json-head.ts';
import type { LoadedImport } from '../ingest/load-files.ts';
import type { Source } from '../recipe/recipe.ts';
import type { CancelFlag } from '../workspace/cancel.ts';
import type { ReadableDb, WritableDb } from '../workspace/database.ts';
import { assumeColumns } from './assume-columns.ts';
import { assumeDelimiter } from './assume-delimiter.ts';
import { assumeEncoding } from './assume-encoding.ts';
import { assumeFormats } from './assume-formats.ts';
import { assumeKeys } from './assume-keys.ts';
import { assumeShape } from './assume-shape.ts';
import { type Head, type HeadRecords, headRecords, readHead } from './head.ts';

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
  const { delimiter } = file;
  const records =
    delimiter === undefined ? jsonRecords(file, head) : headRecords(head, delimiter, MOST_RECORDS);
  const ofShape =
    delimiter === undefined
      ? [...assumeShape(file, head, records), ...assumeKeys(file, source, head, records)]
      : [
          ...assumeDelimiter({ ...file, delimiter }, head, source, records),
          ...assumeColumns(file, source, records),
        ];
  const assumptions: readonly Assumption[] = [
    ...(await assumeEncoding(file)),
    ...ofShape,
    ...assumeFormats({ db, cancel }, file, source, records),
  ];
  db.prepare('update import set assumptions = ?, reading_from = ? where import = ?').run(
    JSON.stringify(assumptions),
    file.readingFrom,
    file.importNumber,
  );
}

/** The first records of a JSON file that can be read, under the keys that stand for its header. */
function jsonRecords({ header }: AssumedFile, { text, whole }: Head): HeadRecords {
  const rows = jsonRows(text, whole, header, MOST_RECORDS).filter(({ readable }) => readable);
  return { header, line: 1, rows };
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
    about: warning.startsWith(ARRAY_WARNING) || warning === NO_JSON_WARNING ? 'shape' : 'encoding',
    column: null,
    sentence: `${name} ${warning}`,
    certainty: 'assumed',
    proof: [],
    alternatives: [],
  }));
}
