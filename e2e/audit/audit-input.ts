import { join } from 'node:path';
import { type MusterOptions, type MusterResult, runMuster } from '../support/run-muster.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type Content, lines, writeFiles } from '../support/write-files.ts';

/** Two keys of five reach the target, three are traced: nothing is wrong with it. */
export const SOUND: Readonly<Record<string, Content>> = {
  'initial.csv': lines(
    'solution_id,client_id,country',
    'S1,1,DE',
    'S1,2,DE',
    'S1,007,FR',
    'S2,1,FR',
    'S2,2,DE',
  ),
  'offers.csv': lines('Client ID;Solution-ID;country;offer', '1;S1;DE;A', '007;S1;FR;A', '2;S2;DE;B'),
  'targets.csv': lines('solution_id,client_id', 'S1,1', 'S2,2'),
  'trace.csv': lines(
    'solution_id,client_id,stage,reason',
    'S1,2,offers,no offer',
    'S2,1,offers,no offer',
    'S1,007,targets,blocked',
  ),
};

const STAGES = ['initial', 'offers', 'targets'] as const;

/** An audit: what it said, and where it wrote. */
export interface AuditRun extends MusterResult {
  readonly folder: string;
  readonly out: string;
}

export interface AuditRunOptions extends MusterOptions {
  readonly folder?: string;
  /** The arguments, instead of those of the sound pipeline; paths are relative to the folder. */
  readonly args?: readonly string[];
  /** Arguments behind the others. */
  readonly more?: readonly string[];
}

/** Audits the sound pipeline with some files changed, from within their folder. */
export async function runAudit(
  changes: Readonly<Record<string, Content>> = {},
  { folder = tempFolder(), args, more = [], ...options }: AuditRunOptions = {},
): Promise<AuditRun> {
  writeFiles(folder, { ...SOUND, ...changes });
  const stages = STAGES.flatMap((name) => ['--stage', `${name}=${name}.csv`]);
  const usual = ['--key', 'solution_id,client_id', ...stages, '--trace', 'trace.csv', '--out', 'out'];
  const run = await runMuster(['audit', ...(args ?? usual), ...more], { cwd: folder, ...options });
  return { ...run, folder, out: join(folder, 'out') };
}
