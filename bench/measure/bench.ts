import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, dataBytes, dataFor } from './bench-data.ts';
import { type MusterRun, runMuster } from './muster-run.ts';
import { type Growth, type Report, reportOf } from './report.ts';
import { importedRecords, importWithSqlite } from './sqlite-import.ts';
import type { Finished } from './watched-process.ts';

/** What to measure. */
export interface BenchOptions {
  readonly bookings: number;
  readonly runs: number;
  /** A folder with the four files; otherwise they are made. */
  readonly data: string | undefined;
  /** Measure peak memory with twice and four times the bookings as well. */
  readonly growth: boolean;
  readonly sqlite: string;
  readonly progress: (text: string) => void;
}

const GROWTH_FACTORS = [2, 4] as const;

/** Measures the import of sqlite3 and runs of Muster in turn, and sums them up. */
export async function bench(options: BenchOptions): Promise<Report> {
  const { runs, sqlite, progress } = options;
  const data = options.data ?? dataFor(options.bookings, progress);
  const inputBytes = dataBytes(data);
  mkdirSync(DATA_FOLDER, { recursive: true });
  // Beside the data, so that both programs write to the disk that they read from.
  const scratch = mkdtempSync(join(DATA_FOLDER, 'scratch-'));
  try {
    const imports: Finished[] = [];
    const musters: MusterRun[] = [];
    for (let run = 1; run <= runs; run += 1) {
      progress(`Run ${run} of ${runs}`);
      imports.push(await importWithSqlite(data, scratch));
      const muster = await runMuster(data, scratch);
      mustAgree(importedRecords(scratch), muster.read);
      musters.push(muster);
    }
    const bookings = musters[0]?.read.get('bookings') ?? options.bookings;
    const growth = options.growth ? await growthFrom(bookings, musters, scratch, progress) : [];
    return reportOf({ bookings, inputBytes, sqlite, imports, musters, growth });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function growthFrom(
  bookings: number,
  musters: readonly MusterRun[],
  scratch: string,
  progress: (text: string) => void,
): Promise<readonly Growth[]> {
  const growth = musters.slice(0, 1).map((run): Growth => growthOf(bookings, run));
  for (const factor of GROWTH_FACTORS) {
    const data = dataFor(bookings * factor, progress);
    progress(`Once with ${bookings * factor} bookings`);
    growth.push(growthOf(bookings * factor, await runMuster(data, scratch)));
  }
  return growth;
}

function growthOf(bookings: number, run: MusterRun): Growth {
  return { bookings, seconds: run.seconds, peak_bytes: run.peakBytes };
}

/** A comparison is fair only if both read the same records. */
function mustAgree(imported: ReadonlyMap<string, number>, read: ReadonlyMap<string, number>): void {
  for (const [source, records] of imported) {
    if (read.get(source) !== records) {
      throw new Error(`sqlite3 read ${records} records of ${source}, muster ${read.get(source) ?? 'none'}.`);
    }
  }
}
