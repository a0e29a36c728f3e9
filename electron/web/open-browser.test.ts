import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { hasDisplay, openBrowser } from './open-browser.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A machine on which these programs, shell scripts, are all that is installed. */
function aMachine(programs: Readonly<Record<string, string>>): string {
  const scripts = Object.entries(programs).map(([name, script]) => [name, `#!/bin/sh\n${script}\n`]);
  const folder = tempFolder(Object.fromEntries(scripts));
  for (const name of Object.keys(programs)) chmodSync(join(folder, name), 0o755);
  vi.stubEnv('PATH', folder);
  vi.stubEnv('DISPLAY', ':0');
  return folder;
}

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('the address is opened by what opens addresses', async () => {
    const folder = aMachine({ 'xdg-open': 'echo "$1" > "$0.asked"' });
    expect(await openBrowser('http://127.0.0.1:1/open/x')).toBe(true);
    expect(readFileSync(join(folder, 'xdg-open.asked'), 'utf8')).toBe('http://127.0.0.1:1/open/x\n');
  });

  test('where that opens none, the browsers are tried', async () => {
    const folder = aMachine({ 'xdg-open': 'exit 3', firefox: 'exit 1', chromium: ': > "$0.asked"' });
    expect(await openBrowser('http://127.0.0.1:1/open/x')).toBe(true);
    expect(existsSync(join(folder, 'chromium.asked'))).toBe(true);
  });

  test('without a browser nothing is opened', async () => {
    aMachine({ 'xdg-open': 'exit 3' });
    expect(await openBrowser('http://127.0.0.1:1/open/x')).toBe(false);
    aMachine({});
    expect(await openBrowser('http://127.0.0.1:1/open/x')).toBe(false);
  });

  test('without a display nothing is even tried', async () => {
    const folder = aMachine({ 'xdg-open': ': > "$0.asked"' });
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    expect(await openBrowser('http://127.0.0.1:1/open/x')).toBe(false);
    expect(existsSync(join(folder, 'xdg-open.asked'))).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  });
});
