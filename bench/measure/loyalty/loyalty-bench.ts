import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, folderBytes, loyaltyDataFor } from '../bench-data.ts';
import { type MusterRun, runMuster } from '../muster-run.ts';
import { type LoyaltyReport, loyaltyReport, type MeasuredSize } from './loyalty-report.ts';

/** What to measure. */
export interface LoyaltyBenchOptions {
  /** Numbers of rows of all thirteen files together, at least two different ones. */
  readonly rows: readonly number[];
  /** Of each size. */
  readonly runs: number;
  readonly progress: (text: string) => void;
}

/** Runs loyalty-engagement over several sizes, one after the other, and compares them. Throws where a run fails. */
export async function benchLoyalty({ rows, runs, progress }: LoyaltyBenchOptions): Promise<LoyaltyReport> {
  mkdirSync(DATA_FOLDER, { recursive: true });
  // Beside the data, so that a run writes to the disk that it reads from.
  const scratch = mkdtempSync(join(DATA_FOLDER, 'scratch-'));
  try {
    const measured: MeasuredSize[] = [];
    for (const size of rows) {
      const data = loyaltyDataFor(size, progress);
      const finished: MusterRun[] = [];
      for (let run = 1; run <= runs; run += 1) {
        progress(`Run ${run} of ${runs} with ${size} rows`);
        finished.push(await runMuster(data, scratch, 'loyalty-engagement'));
      }
      measured.push({ inputBytes: folderBytes(data), runs: finished });
    }
    return loyaltyReport(measured);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
