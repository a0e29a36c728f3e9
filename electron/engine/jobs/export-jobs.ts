import { basename } from 'node:path';
import type { Receipt } from '../../contract/exports.ts';
import { type ExportRequest, exportOutput } from '../export/export-output.ts';
import type { JobTable, WriterContext } from './job.ts';

/** How often progress is told, in rows. */
const ROWS_A_NEWS = 10_000;

/** Files of a run's lists. */
export const exportJobs = {
  /** Writes an output of a run and keeps the receipt. */
  writeExport({ workspace, onProgress, cancel }: WriterContext, request: ExportRequest): Promise<Receipt> {
    const name = basename(request.path);
    return exportOutput(workspace, request, (done, of) => {
      cancel.check();
      if (done % ROWS_A_NEWS === 0) onProgress({ kind: 'step', phase: 'write', name, done, of });
    });
  },
} satisfies JobTable<WriterContext>;
