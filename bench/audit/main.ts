import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PipelineFiles, writePipeline } from './pipeline-files.ts';

const USAGE = `node bench/audit/main.ts [--keys N] [--growth]

Audits seven extracts of so many keys (1000000 by default) with every kind of defect in them.
  --growth  then also a quarter and a half of the keys: seconds should grow in proportion, peak memory hardly`;

const MAIN = join(dirname(dirname(import.meta.dirname)), 'electron', 'cli', 'main.js');
const FINISHED_NOT_BALANCED = 3;

interface Measured {
  readonly keys: number;
  readonly megabytes: number;
  readonly phases: Readonly<Record<string, number>>;
  readonly total_ms: number;
  readonly peak_rss_bytes: number;
}

function measure(keys: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-audit-'));
  try {
    const files = writePipeline(folder, keys);
    const timings = join(folder, 'timings.json');
    const args = [
      '--max-semi-space-size=8',
      MAIN,
      'audit',
      ...['--key', 'solution_id,client_id', '--as-of', '2026-11-20', '--out', join(folder, 'out')],
      ...files.stages.flatMap(({ name, path }) => ['--stage', `${name}=${path}`]),
      ...['--trace', files.trace, '--other-trace', files.otherTrace, '--reference', files.reference],
      ...['--timings', timings],
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== FINISHED_NOT_BALANCED) throw new Error(`The audit ended with ${status}: ${stderr}`);
    const told = JSON.parse(readFileSync(timings, 'utf8')) as Omit<Measured, 'keys' | 'megabytes'>;
    return { keys, megabytes: bytesOf(files) / 1e6, ...told };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytesOf({ stages, trace, otherTrace, reference }: PipelineFiles): number {
  const paths = [...stages.map(({ path }) => path), trace, otherTrace, reference];
  return paths.reduce((sum, path) => sum + statSync(path).size, 0);
}

function lineOf({ keys, megabytes, phases, total_ms, peak_rss_bytes }: Measured): string {
  const seconds = (milliseconds = 0) => (milliseconds / 1000).toFixed(1).padStart(9);
  return [
    String(keys).padStart(9),
    megabytes.toFixed(0).padStart(9),
    ...[phases.load, phases.audit, phases.write, total_ms].map(seconds),
    (peak_rss_bytes / 1e6).toFixed(0).padStart(9),
  ].join('');
}

const { values } = parseArgs({
  options: {
    keys: { type: 'string', default: '1000000' },
    growth: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(USAGE);
else {
  const keys = Number(values.keys);
  if (!Number.isInteger(keys) || keys < 1000)
    throw new Error(`--keys is "${values.keys}": a whole number from 1000 on.`);
  console.log(
    ['keys', 'MB', 'load s', 'audit s', 'write s', 'whole s', 'peak MB']
      .map((head) => head.padStart(9))
      .join(''),
  );
  for (const size of values.growth ? [keys / 4, keys / 2, keys] : [keys])
    console.log(lineOf(measure(Math.round(size))));
}
