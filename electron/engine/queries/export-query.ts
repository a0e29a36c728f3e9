import { writeCsvWhole } from '../export/write-whole.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { explainRunningQuery, type ReadyQuery } from './ready-query.ts';
import { resultText } from './result-text.ts';

/** Runs a query and writes all its rows as CSV, whole or not at all; throws a Failure where the query fails or the place cannot be written to. */
export async function exportQuery(
  db: ReadableDb,
  { sql, bindings, columns }: ReadyQuery,
  path: string,
): Promise<{ readonly rows: number }> {
  const rows = db.prepare<unknown[], unknown[]>(sql).raw().safeIntegers();
  function* cells() {
    for (const row of rows.iterate(bindings)) {
      yield columns.map(({ kind }, index) => resultText(row[index], kind));
    }
  }
  const header = columns.map(({ name }) => name);
  try {
    return { rows: await writeCsvWhole(path, header, cells()) };
  } catch (error) {
    throw explainRunningQuery(error, path);
  }
}
