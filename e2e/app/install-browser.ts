import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser, NO_BROWSER } from './support/find-browser.ts';

const PLAYWRIGHT = join(import.meta.dirname, '../../node_modules/playwright/cli.js');

/** Ways to a Chromium, the system's first: it brings the libraries that it needs. */
const WAYS = [
  ...(process.getuid?.() === 0
    ? [
        ['apt-get', 'update', '-qq'],
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      ]
    : []),
  [process.execPath, PLAYWRIGHT, 'install', 'chromium'],
] as const;

/** Sees to it that there is a Chromium for the tests of the app. */
function installBrowser(): void {
  if (findBrowser() !== undefined) return;
  process.stderr.write('The tests of the app need Chromium, which is not here: installing it.\n');
  for (const [program, ...args] of WAYS) {
    spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (findBrowser() !== undefined) return;
  }
  process.stderr.write(`${NO_BROWSER}\n`);
  process.exitCode = 1;
}

installBrowser();
