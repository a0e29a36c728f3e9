import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/** Where the user stands: npm changes the working directory and says in INIT_CWD where it was. */
export function userFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** A path as the user means it. */
export function userPath(path: string): string {
  return resolve(userFolder(), path);
}

/** Whether the user stands in a folder, or in one within it. */
export function standsIn(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const way = relative(realpathSync(folder), realpathSync(userFolder()));
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}
