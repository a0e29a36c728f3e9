import { basename } from 'node:path';
import { Failure } from '../../failure.ts';
import { patternTest } from '../match-files.ts';

const JSON_NAME = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i;

/** Whether a file holds JSON, which its name alone says. */
export function isJsonName(name: string): boolean {
  return JSON_NAME.test(name);
}

/** Text that begins so is JSON, and what its name should end in. A header may be in brackets, but has no brace behind them. */
const JSON_TEXTS = [
  { begins: /^\s*\{/, what: 'JSON Lines', ending: '.jsonl' },
  { begins: /^\s*\[\s*(?:\{|$)/, what: 'a JSON array', ending: '.json' },
] as const;

/**
 * Throws a Failure where a file that is no JSON by its name begins as only JSON does. Where a source takes files by their names alone,
 * `patterns` are these: another ending is no help where none of them has it.
 */
export function refuseJsonText(path: string, firstLine: string, patterns: readonly string[] = []): void {
  const found = JSON_TEXTS.find(({ begins }) => begins.test(firstLine));
  if (found === undefined) return;
  const renamed = basename(path).replace(/(?:\.[^.]*?)?(?:\.gz)?$/i, found.ending);
  const isTaken = patterns.length === 0 || patterns.some((pattern) => patternTest(pattern)(renamed));
  throw new Failure(
    `${path} looks like ${found.what}, but its name does not say so.`,
    isTaken
      ? `Give it the ending ${found.ending}.`
      : 'Export it as CSV: under a name of JSON the recipe would not take it.',
  );
}
