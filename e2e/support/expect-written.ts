import { expect } from 'vitest';
import { firstDifference } from './first-difference.ts';
import { readOut } from './read-out.ts';

/** How the files of a run are compared with what an oracle expects. */
interface Comparing {
  /** Names the run where they differ. */
  readonly run?: string;
  /** Files that are looked at elsewhere, besides manifest and reconciliation. */
  readonly besides?: readonly string[];
  /** A file's text as it is compared; by default to the byte. */
  readonly compared?: (name: string, text: string) => string;
}

/** A run has written these files and no other, each with its text. */
export function expectFiles(
  out: string,
  files: ReadonlyMap<string, string>,
  { run = 'the run', besides = [], compared = (_, text) => text }: Comparing = {},
): void {
  const written = readOut(out);
  const names = ['manifest.json', 'reconciliation.json', ...besides, ...files.keys()].toSorted();
  expect([...(written?.keys() ?? [])]).toEqual(names);
  for (const [name, text] of files) {
    const found = compared(name, written?.get(name)?.toString('utf8') ?? '');
    const difference = firstDifference(text, found);
    if (difference !== undefined) expect.fail(`${run}, ${name}: ${difference}`);
  }
}

/** Each of these names is in one of the warnings, whose wording is free. */
export function expectSaid(warnings: readonly string[], names: readonly string[]): void {
  const unsaid = names.filter((name) => !warnings.some((warning) => warning.includes(name)));
  expect(unsaid, warnings.join('\n')).toEqual([]);
}
