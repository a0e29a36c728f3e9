import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The files among the words of a command line, as full paths. */
export function filesAmong(words: readonly string[], folder: string): readonly string[] {
  return words
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => resolve(folder, word))
    .filter((path) => existsSync(path));
}

/** The words of the command line that are the user's: an app that is not packaged is itself named by one of them. */
export function ownWords(argv: readonly string[], isPackaged: boolean): readonly string[] {
  return argv.slice(isPackaged ? 1 : 2);
}
