import { Failure } from '../../failure.ts';

const JSON_NAME = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i;

/** Whether a file holds JSON, which its name alone says. */
export function isJsonName(name: string): boolean {
  return JSON_NAME.test(name);
}

/** Throws a Failure where a file that is no JSON by its name begins as only JSON does. */
export function refuseJsonText(path: string, firstLine: string): void {
  if (!firstLine.trimStart().startsWith('{')) return;
  throw new Failure(
    `${path} looks like JSON Lines, but its name does not say so.`,
    'Give it the ending .jsonl.',
  );
}
