import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What opens an address elsewhere than on Windows and the Mac, in the order in which it is tried. */
const OPENERS = ['xdg-open', 'firefox', 'chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'];

/** Whoever still runs after so many milliseconds has opened it. */
const SETTLED = 2500;

/** Whether there is a screen on which a window could be shown. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Opens an address in the browser that there is; whether there was one. */
export async function openBrowser(url: string): Promise<boolean> {
  if (!hasDisplay()) return false;
  for (const [command, ...args] of commandsFor(url)) {
    if (await runs(command, args)) return true;
  }
  return false;
}

type Command = readonly [command: string, ...args: string[]];

function commandsFor(url: string): readonly Command[] {
  switch (process.platform) {
    case 'darwin':
      return [['open', url]];
    case 'win32':
      return [['rundll32', 'url.dll,FileProtocolHandler', url]];
    default:
      return OPENERS.filter(isInstalled).map((opener) => [opener, url]);
  }
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts a program that outlives this one; whether it ran, and did not end in failure at once. */
function runs(command: string, args: readonly string[]): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.once('error', () => resolve(false));
  child.once('exit', (exit) => resolve(exit === 0));
  const settled = setTimeout(() => resolve(true), SETTLED);
  child.unref();
  return promise.finally(() => clearTimeout(settled));
}
