import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { campaignDataFor, DATA_FOLDER, folderBytes } from '../bench-data.ts';
import { type MusterRun, runMuster } from '../muster-run.ts';
import { type CampaignReport, campaignReport, type MeasuredSize } from './campaign-report.ts';

/** What to measure. */
export interface CampaignBenchOptions {
  /** Numbers of clients, at least two different ones. */
  readonly clients: readonly number[];
  /** Of each size. */
  readonly runs: number;
  readonly progress: (text: string) => void;
}

/** Runs campaign-targets over several sizes, one after the other, and compares them. Throws where a run fails. */
export async function benchCampaigns({
  clients,
  runs,
  progress,
}: CampaignBenchOptions): Promise<CampaignReport> {
  mkdirSync(DATA_FOLDER, { recursive: true });
  // Beside the data, so that a run writes to the disk that it reads from.
  const scratch = mkdtempSync(join(DATA_FOLDER, 'scratch-'));
  try {
    const measured: MeasuredSize[] = [];
    for (const size of clients) {
      const data = campaignDataFor(size, progress);
      const finished: MusterRun[] = [];
      for (let run = 1; run <= runs; run += 1) {
        progress(`Run ${run} of ${runs} with ${size} clients`);
        finished.push(await runMuster(data, scratch, 'campaign-targets'));
      }
      measured.push({ clients: size, inputBytes: folderBytes(data), runs: finished });
    }
    return campaignReport(measured);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
