import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError, Failure } from '../failure.ts';
import { isFolder } from '../is-folder.ts';
import type { Source } from '../recipe/recipe.ts';
import { suggest } from '../suggest.ts';

/** A message names no more files than one can take in. */
const MOST_NAMES = 20;

/** Which files of a folder feed which source. */
export interface MatchedFiles {
  /** For each source its files' names, in the order in which they are loaded. */
  readonly bySource: ReadonlyMap<string, readonly string[]>;
  /** Files that no source takes. */
  readonly unmatched: readonly string[];
}

/**
 * Finds each source's files in a folder; throws a Failure when the folder cannot be read, or has none for a required source that is not
 * among those that are filled already.
 */
export function matchFiles(
  folder: string,
  sources: readonly Source[],
  filled: ReadonlySet<string> = new Set(),
): MatchedFiles {
  const names = readFolder(folder);
  const bySource = new Map(sources.map((source) => [source.name, filesOf(source, names)]));
  const taken = new Set([...bySource.values()].flat());
  const unmatched = names.filter((name) => !taken.has(name) && !isFolder(join(folder, name)));
  const missing = sources.filter(
    ({ name, required }) => required && !filled.has(name) && bySource.get(name)?.length === 0,
  );
  if (missing.length > 0) throw missingSources(folder, missing, names, unmatched);
  return { bySource, unmatched };
}

function readFolder(folder: string): readonly string[] {
  try {
    // What the system hides (.DS_Store, locks of editors) is nobody's export.
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort(byCodeUnit);
  } catch (error) {
    throw explainSystemError(error, folder);
  }
}

function filesOf({ files }: Source, names: readonly string[]): readonly string[] {
  for (const pattern of files) {
    const matches = patternTest(pattern);
    const found = names.filter(matches);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a name matches a pattern (`*` stands for any characters), in any case, with or without `.gz`. */
export function patternTest(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*').map((part) => RegExp.escape(part));
  const expression = new RegExp(`^${parts.join('.*')}(?:\\.gz)?$`, 'is');
  return (name) => expression.test(name);
}

function missingSources(
  folder: string,
  missing: readonly Source[],
  names: readonly string[],
  unmatched: readonly string[],
): Failure {
  const wanted = missing.map(({ name, files }) => `${name} (${files.join(', ')})`).join('; ');
  const nearest = missing.flatMap(({ files }) => suggest(files[0] ?? '', unmatched) ?? []);
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const found = names.length > 0 ? shown + more : 'nothing';
  return new Failure(
    `${folder}: no file for ${wanted}. Found: ${found}.`,
    [
      nearest.length > 0
        ? `Is it ${nearest.join(', ')}? Rename it.`
        : 'Add the file, or name another folder.',
      `To run without it: ${missing.map(({ name }) => `--without ${name}`).join(' ')}.`,
    ].join(' '),
  );
}

/** The order of file names. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
