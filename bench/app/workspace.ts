import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const PROGRAM = resolve(import.meta.dirname, '../../electron/cli/main.js');
const AS_OF = '2026-11-20';

/** Runs the recipe over a folder of files into a workspace; answers the workspace's path. */
export function makeWorkspace(data: string, folder: string): string {
  const path = join(folder, 'bench.muster');
  const options = ['--in', data, '--out', join(folder, 'out'), '--workspace', path, '--as-of', AS_OF];
  const made = spawnSync(process.execPath, [PROGRAM, 'run', 'eligible-audience', ...options], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`The run failed: ${made.stderr}`);
  return path;
}

/** The address of a step of a workspace, after the host's origin. */
export function addressOf(workspace: string, step: string): string {
  return `/#/w/${encodeURIComponent(workspace)}/${step}`;
}
