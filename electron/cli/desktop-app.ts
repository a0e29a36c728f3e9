import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStale, PROJECT, runBuild } from '../web/page-build.ts';

/** An app that ends in failure so soon, in milliseconds, has never shown its window. */
const NEVER_SHOWN = 10_000;

const SOURCES = ['electron', 'renderer', 'electron.vite.config.ts', 'package-lock.json'].map((path) =>
  join(PROJECT, path),
);

/**
 * The path of the Electron program, where it is installed. The package itself is not asked: since version 42 it answers by downloading
 * the program.
 */
export function installedElectron(
  folder: string = join(PROJECT, 'node_modules', 'electron'),
): string | undefined {
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : elsewhere && 'electron';
  if (!name) return undefined;
  const program = join(elsewhere || join(folder, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

/** Builds the desktop app where it is missing or older than its sources. Throws a Failure when it cannot be built. */
export async function buildDesktopApp(say: (line: string) => void): Promise<void> {
  if (!isStale(join(PROJECT, 'out', 'main', 'index.js'), SOURCES)) return;
  say('Building the app from its sources; this takes some seconds.');
  await runBuild('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'error']);
}

/** Runs the desktop app to its end; false when it could not start. */
export async function runDesktopApp(electron: string): Promise<boolean> {
  const startedAt = Date.now();
  // With this Electron would be Node, and show nothing.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(electron, [PROJECT], { cwd: PROJECT, env, stdio: 'inherit' });
  // Whoever ends this process means the app.
  const end = () => child.kill();
  process.once('exit', end);
  try {
    const [exit] = await once(child, 'exit');
    return exit === 0 || Date.now() - startedAt > NEVER_SHOWN;
  } catch {
    return false;
  } finally {
    process.off('exit', end);
  }
}
