import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { AS_OF } from '../muster-run.ts';
import { runWatched } from '../watched-process.ts';
import type { Peer } from './peer.ts';

const PIPELINE = resolve(import.meta.dirname, '../../sales/pandas_pipeline.py');

/** The pipeline in pandas; undefined where Python does not have it. */
export function pandasPeer(): Peer | undefined {
  const python = process.env.PYTHON ?? 'python3';
  const asked = spawnSync(python, ['-c', 'import pandas; print(pandas.__version__)'], { encoding: 'utf8' });
  if (asked.status !== 0) return undefined;
  return {
    name: 'pandas',
    title: `pandas ${asked.stdout.trim()}`,
    async run({ data, out, scratch }) {
      const finished = await runWatched(
        { program: python, args: ['-B', PIPELINE, data, out, AS_OF], folder: scratch },
        scratch,
      );
      if (finished.exitCode !== 0) throw new Error(`pandas failed: ${finished.errors.slice(-500)}`);
      return finished;
    },
  };
}
