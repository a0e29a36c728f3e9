import { basename } from 'node:path';
import type { Saved } from '../../contract/calls.ts';
import type { ExportFormat, Receipt } from '../../contract/exports.ts';
import { storedRun } from '../explain/stored-run.ts';
import { Failure } from '../failure.ts';
import { keptOutput } from '../run/kept-output.ts';
import { runRecord } from '../run/run-record.ts';
import { inTransaction, type Workspace } from '../workspace/workspace.ts';
import { type ExportFigures, exactCsv, spreadsheetCsv } from './csv-formats.ts';
import type { Piece } from './durable-file.ts';
import {
  type ChosenColumn,
  type ExportedTable,
  exportedTable,
  type OnRows,
  outputOf,
} from './exported-table.ts';
import { jsonRows } from './json-rows.ts';
import { parquetFile } from './parquet-file.ts';
import { keepReceipt } from './receipts.ts';
import { writeWhole } from './write-whole.ts';
import { xlsxFile } from './xlsx-file.ts';

/** What is to be written where. */
export interface ExportRequest {
  readonly run: number;
  readonly output: string;
  readonly format: ExportFormat;
  readonly columns: readonly ChosenColumn[];
  readonly path: string;
  /** What the user is told of the place. */
  readonly saved: Saved;
  /** Why it is written although the run does not balance. */
  readonly reason: string | undefined;
}

/**
 * Writes an output of a run, whole or not at all, and keeps the receipt. Throws a Failure for what the run has not, what the format cannot
 * hold, a place that cannot be written to, and for a run that does not balance where no reason is given.
 */
export async function exportOutput(
  workspace: Workspace,
  request: ExportRequest,
  onRows: OnRows,
): Promise<Receipt> {
  const { db } = workspace;
  const { run, format, path, saved } = request;
  const { recipe, asOf, tables } = storedRun(db, run);
  const output = outputOf(recipe, run, request.output);
  const { cautions, reconciliation } = runRecord(db, run);
  const reason = reasonFor(reconciliation.balanced, request);
  const table = exportedTable(db, recipe, output, keptOutput(db, tables, output), request.columns, onRows);
  const figures: ExportFigures = { neutralised: 0 };
  return writeWhole(path, piecesOf(format, table, figures), ({ bytes, sha256, place }) =>
    // Neither a file without its receipt nor a receipt without its file.
    inTransaction(workspace, async () => {
      const receipt = keepReceipt(db, {
        file: basename(path),
        format,
        rows: table.count,
        bytes,
        sha256,
        writtenAt: new Date().toISOString(),
        run,
        output: output.name,
        asOf,
        columns: request.columns.map(({ name, hashed }) => ({ name, hashed })),
        neutralised: figures.neutralised,
        reason,
        cautions,
        saved,
      });
      place();
      return receipt;
    }),
  );
}

function reasonFor(balanced: boolean, { run, reason }: ExportRequest): string | null {
  if (balanced) return null;
  const given = reason?.trim();
  if (given) return given;
  throw new Failure(
    `Run ${run} does not balance, so its lists may be wrong.`,
    'Find out why under Funnel, or say why it is to be written all the same.',
  );
}

function piecesOf(
  format: ExportFormat,
  table: ExportedTable,
  figures: ExportFigures,
): Iterable<Piece> | AsyncIterable<Piece> {
  switch (format) {
    case 'csv':
      return exactCsv(table);
    case 'csv-for-spreadsheets':
      return spreadsheetCsv(table, figures);
    case 'xlsx':
      return xlsxFile(table);
    case 'json':
      return jsonRows(table);
    case 'parquet':
      return parquetFile(table);
  }
}
