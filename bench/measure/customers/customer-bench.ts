import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { customerDataFor, DATA_FOLDER, folderBytes } from '../bench-data.ts';
import { type MusterRun, runMuster } from '../muster-run.ts';
import { type CustomerReport, customerReport, type MeasuredSize } from './customer-report.ts';

/** What to measure. */
export interface CustomerBenchOptions {
  /** Numbers of transactions, at least two different ones. */
  readonly transactions: readonly number[];
  /** Of each size. */
  readonly runs: number;
  readonly progress: (text: string) => void;
}

/** Runs customer-360 over several sizes, one after the other, and compares them. Throws where a run fails. */
export async function benchCustomers(options: CustomerBenchOptions): Promise<CustomerReport> {
  const { transactions, runs, progress } = options;
  mkdirSync(DATA_FOLDER, { recursive: true });
  // Beside the data, so that a run writes to the disk that it reads from.
  const scratch = mkdtempSync(join(DATA_FOLDER, 'scratch-'));
  try {
    const measured: MeasuredSize[] = [];
    for (const size of transactions) {
      const data = customerDataFor(size, progress);
      const finished: MusterRun[] = [];
      for (let run = 1; run <= runs; run += 1) {
        progress(`Run ${run} of ${runs} with ${size} transactions`);
        finished.push(await runMuster(data, scratch, 'customer-360'));
      }
      measured.push({ inputBytes: folderBytes(data), runs: finished });
    }
    return customerReport(measured);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
