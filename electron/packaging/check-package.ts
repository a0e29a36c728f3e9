import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuseFaults } from './expected-fuses.ts';
import { packageFaults } from './package-faults.ts';
import { tryPackedEngine } from './packed-engine.ts';
import { makeStubElectron } from './stub-electron.ts';

/*
 * Packs the built app for Linux around a stand-in for Electron, offline, and checks what was packed: `npm run -s package-check`.
 */

const PROJECT = join(import.meta.dirname, '../..');

const folder = mkdtempSync(join(tmpdir(), 'muster-package-'));
try {
  process.exitCode = await check();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function check(): Promise<number> {
  const stub = join(folder, 'electron');
  makeStubElectron(stub);
  const output = join(folder, 'packed');
  const settings = [`-c.electronDist=${stub}`, `-c.directories.output=${output}`];
  const packer = join(PROJECT, 'node_modules', 'electron-builder', 'cli.js');
  const args = [packer, '--linux', '--x64', '--dir', '--publish', 'never', ...settings];
  const { status } = spawnSync(process.execPath, args, { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) return 1;

  const app = join(output, 'linux-unpacked');
  const archive = join(app, 'resources', 'app.asar');
  const faults = [
    ...packageFaults(archive, 'linux-x64', PROJECT),
    ...(await fuseFaults(join(app, 'muster'))),
  ];
  const records = await tryPackedEngine(`${archive}.unpacked`, join(folder, 'workspaces'));
  if (records === 0) faults.push('The packed engine accepted no record of the sample.');
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (faults.length > 0) return 1;
  process.stdout.write(`The package is right; its engine accepted ${records} records of the sample.\n`);
  return 0;
}
