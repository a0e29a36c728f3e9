import { writeFileSync } from 'node:fs';
import type { OnProgress, Phase } from '../contract/progress.ts';
import { explainSystemError } from '../engine/failure.ts';

/** Measures how long each part of a run takes, for the bench. */
export function startTimings(): { readonly hear: OnProgress; readonly write: (path: string) => void } {
  const phases: Partial<Record<Phase, number>> = {};
  let current: Phase | undefined;
  let since = performance.now();
  const close = () => {
    const now = performance.now();
    if (current) phases[current] = (phases[current] ?? 0) + now - since;
    since = now;
  };
  return {
    hear: (event) => {
      if (event.kind !== 'phase') return;
      close();
      current = event.phase;
    },
    write: (path) => {
      close();
      const figures = {
        phases,
        total_ms: performance.now(),
        peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
      };
      try {
        writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`);
      } catch (error) {
        throw explainSystemError(error, path);
      }
    },
  };
}
