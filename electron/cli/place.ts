import { resolve } from 'node:path';

/** Where the user stands: npm changes the working directory and says in INIT_CWD where it was. */
export function userFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** A path as the user means it. */
export function userPath(path: string): string {
  return resolve(userFolder(), path);
}
