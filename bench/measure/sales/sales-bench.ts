import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, folderBytes, recipeDataFor } from '../bench-data.ts';
import { type MusterRun, runMuster } from '../muster-run.ts';
import type { Finished } from '../watched-process.ts';
import type { Peer } from './peer.ts';
import { type MeasuredSize, type SalesReport, salesReport } from './sales-report.ts';
import { countedRows, manifestRows, mustAgree } from './written-rows.ts';

/** What to measure. */
export interface SalesBenchOptions {
  /** Numbers of lines, at least two different ones. */
  readonly lines: readonly number[];
  /** Of each program over each size. */
  readonly runs: number;
  readonly peer: Peer;
  readonly progress: (text: string) => void;
}

/** Runs sales-analytics and the peer in turn over several sizes. Throws where a run fails or the two differ in rows. */
export async function benchSales(options: SalesBenchOptions): Promise<SalesReport> {
  const { lines, runs, peer, progress } = options;
  mkdirSync(DATA_FOLDER, { recursive: true });
  // Beside the data, so that both programs write to the disk that they read from.
  const scratch = mkdtempSync(join(DATA_FOLDER, 'scratch-'));
  try {
    const measured: MeasuredSize[] = [];
    for (const size of lines) {
      const data = recipeDataFor('sales-analytics', 'lines', size, progress);
      const [musters, peers]: [MusterRun[], Finished[]] = [[], []];
      for (let run = 1; run <= runs; run += 1) {
        progress(`Run ${run} of ${runs} with ${size} lines`);
        peers.push(await runPeer(peer, data, scratch));
        musters.push(await runMuster(data, scratch, 'sales-analytics'));
        mustAgree(peer.title, await countedRows(join(scratch, 'peer')), manifestRows(join(scratch, 'out')));
      }
      measured.push({ inputBytes: folderBytes(data), musters, peers });
    }
    return salesReport(peer.title, measured);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runPeer(peer: Peer, data: string, scratch: string): Promise<Finished> {
  const out = join(scratch, 'peer');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  return peer.run({ data, out, scratch });
}
