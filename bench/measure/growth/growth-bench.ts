import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, folderBytes, recipeDataFor } from '../bench-data.ts';
import { type MusterRun, runMuster } from '../muster-run.ts';
import type { GrownRecipe } from './grown-recipe.ts';
import { type GrowthReport, growthReport, type MeasuredSize } from './growth-report.ts';

/** What to measure. */
export interface GrowthBenchOptions {
  readonly grown: GrownRecipe;
  /** At least two different ones. */
  readonly sizes: readonly number[];
  /** Of each size. */
  readonly runs: number;
  readonly progress: (text: string) => void;
}

/** Runs a recipe over several sizes, one after the other, and compares them. Throws where a run fails. */
export async function benchGrowth(options: GrowthBenchOptions): Promise<GrowthReport> {
  const { grown, sizes, runs, progress } = options;
  const { recipe, unit } = grown;
  mkdirSync(DATA_FOLDER, { recursive: true });
  // Beside the data, so that a run writes to the disk that it reads from.
  const scratch = mkdtempSync(join(DATA_FOLDER, 'scratch-'));
  try {
    const measured: MeasuredSize[] = [];
    for (const size of sizes) {
      const data = recipeDataFor(recipe, unit, size, progress);
      const finished: MusterRun[] = [];
      for (let run = 1; run <= runs; run += 1) {
        progress(`Run ${run} of ${runs} with ${size} ${unit}`);
        finished.push(await runMuster(data, scratch, recipe));
      }
      measured.push({ size, inputBytes: folderBytes(data), runs: finished });
    }
    return growthReport(grown, measured);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
