import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What stands before the fuses in Electron's binary, the version of their list, and how many there are. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 9;

/**
 * Makes a folder that the packager takes for Electron of this version on Linux: its files by name, with a list of fuses, without the program.
 * So what is packed can be checked where Electron itself cannot be had.
 */
export function makeStubElectron(folder: string): void {
  const wrapper = createRequire(import.meta.url).resolve('electron/package.json');
  const { version }: { version: string } = JSON.parse(readFileSync(wrapper, 'utf8'));
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const fuses = Buffer.from([1, FUSES, ...Buffer.from('011001101'.slice(0, FUSES))]);
  const binary = Buffer.concat([Buffer.alloc(256), Buffer.from(SENTINEL), fuses, Buffer.alloc(256)]);
  writeFileSync(join(folder, 'electron'), binary, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
  cpSync(join(dirname(wrapper), 'LICENSE'), join(folder, 'LICENSE'));
}
