import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The program that runs the app and the words that it is given; nothing where there is none. */
export interface Program {
  readonly path: string;
  readonly args: readonly string[];
}

/** The packed app in the folder that MUSTER_PACKED names, else the Electron of this project with the built app. */
export function installedProgram(): Program | undefined {
  const packed = process.env.MUSTER_PACKED;
  if (packed !== undefined) {
    const [path] = globSync(
      ['linux-unpacked/muster', 'win*-unpacked/Muster.exe', 'mac*/Muster.app/Contents/MacOS/Muster'],
      { cwd: join(ROOT, packed) },
    );
    return path === undefined ? undefined : { path: join(ROOT, packed, path), args: [] };
  }
  // The package itself would fetch the program when it is asked for its path.
  const wrapper = join(ROOT, 'node_modules', 'electron');
  const named = join(wrapper, 'path.txt');
  if (!existsSync(named)) return undefined;
  const path = join(wrapper, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(path) ? { path, args: [ROOT] } : undefined;
}

/** The app as a user has it, in a data folder of its own. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page has complained of. */
  readonly complaints: readonly string[];
  readonly home: string;
}

/** Starts the app; it ends with the test. */
export async function startApp({ path, args }: Program, files: readonly string[] = []): Promise<RunningApp> {
  const home = mkdtempSync(join(tmpdir(), 'muster-desktop-'));
  const app = await _electron.launch({
    executablePath: path,
    args: [...args, `--user-data-dir=${join(home, 'data')}`, ...files],
    env: { ...process.env, HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: join(home, 'config') },
  });
  onTestFinished(async () => {
    await app.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { app, page, complaints, home };
}
