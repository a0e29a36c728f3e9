import { renameSync, rmSync } from 'node:fs';
import { writeCsv } from '../export/csv-writer.ts';
import { explainSystemError } from '../failure.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { explainRunningQuery, type ReadyQuery } from './ready-query.ts';
import { resultText } from './result-text.ts';

/** Runs a query and writes all its rows as CSV, whole or not at all. */
export function exportQuery(
  db: ReadableDb,
  { sql, bindings, columns }: ReadyQuery,
  path: string,
): { readonly rows: number } {
  const unfinished = `${path}.${process.pid}.unfinished`;
  const rows = db.prepare<unknown[], unknown[]>(sql).raw().safeIntegers();
  function* cells() {
    for (const row of rows.iterate(bindings)) {
      written++;
      yield columns.map(({ kind }, index) => resultText(row[index], kind));
    }
  }
  let written = 0;
  try {
    writeCsv(
      unfinished,
      columns.map(({ name }) => name),
      cells(),
    );
    renameSync(unfinished, path);
    return { rows: written };
  } catch (error) {
    throw explainRunningQuery(explainSystemError(error, path), path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
