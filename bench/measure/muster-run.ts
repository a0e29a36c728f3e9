import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { runWatched } from './watched-process.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
/** The as-of date of every run that is measured. */
export const AS_OF = '2026-11-20';

const timingsSchema = z.object({
  phases: z.object({
    load: z.number(),
    tables: z.number(),
    rules: z.number(),
    outputs: z.number(),
    write: z.number(),
  }),
  peak_rss_bytes: z.number(),
  total_ms: z.number(),
});

const reconciliationSchema = z.object({
  sources: z.array(z.object({ source: z.string(), read: z.number() })),
  outcome: z.object({ entered: z.number(), delivered: z.number() }),
  balanced: z.literal(true),
});

/** Seconds of each part of a run. */
export type Phases = z.infer<typeof timingsSchema>['phases'];

/** How a run of Muster went. */
export interface MusterRun {
  readonly seconds: number;
  readonly phases: Phases;
  readonly peakBytes: number;
  /** Records read from each source. */
  readonly read: ReadonlyMap<string, number>;
  readonly entered: number;
  readonly delivered: number;
}

const packageSchema = z.object({ scripts: z.object({ muster: z.string().startsWith('node ') }) });

/** What `npm run muster` hands to Node: its flags and the program. */
function musterCommand(): readonly string[] {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')));
  const [, ...words] = scripts.muster.split(' ');
  return words.map((word) => (word.startsWith('-') ? word : join(PROJECT, word)));
}

/** A whole run of a recipe over the files, in a process of its own and into a fresh folder. */
export async function runMuster(
  data: string,
  scratch: string,
  recipe = 'eligible-audience',
): Promise<MusterRun> {
  const out = join(scratch, 'out');
  const timings = join(scratch, 'timings.json');
  rmSync(out, { recursive: true, force: true });
  const options = ['--in', data, '--out', out, '--as-of', AS_OF, '--timings', timings];
  const finished = await runWatched(
    {
      program: process.execPath,
      args: [...musterCommand(), 'run', recipe, ...options],
      folder: scratch,
    },
    scratch,
  );
  if (finished.exitCode !== 0) {
    throw new Error(`muster ended with exit code ${finished.exitCode}: ${finished.errors.slice(-500)}`);
  }
  const { phases, peak_rss_bytes } = timingsSchema.parse(json(timings));
  const { sources, outcome } = reconciliationSchema.parse(json(join(out, 'reconciliation.json')));
  return {
    seconds: finished.seconds,
    phases: {
      load: phases.load / 1000,
      tables: phases.tables / 1000,
      rules: phases.rules / 1000,
      outputs: phases.outputs / 1000,
      write: phases.write / 1000,
    },
    peakBytes: peak_rss_bytes,
    read: new Map(sources.map(({ source, read }) => [source, read])),
    entered: outcome.entered,
    delivered: outcome.delivered,
  };
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
