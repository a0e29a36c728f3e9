import type { AddedFile } from '../../electron/contract/files.ts';
import { formatMany } from '../format/numbers.ts';

/** A notice names no more files than one can take in. */
const MOST_TWINS = 3;

/** What became of files that were added, in sentences. */
export function addedSentence(added: readonly AddedFile[]): string {
  const of = (outcome: AddedFile['outcome']) => added.filter((file) => file.outcome === outcome).length;
  const parts = [
    [of('loaded'), 'is loaded', 'are loaded'],
    [of('unchanged'), 'was loaded already', 'were loaded already'],
    [of('waiting'), 'waits for you', 'wait for you'],
  ] as const;
  const counted = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${formatMany(count, 'file')} ${count === 1 ? one : many}.`);
  const twins = added.flatMap(({ name, as }) =>
    as === undefined ? [] : [`${name} is loaded already, as ${as}.`],
  );
  return [...counted, ...twins.slice(0, MOST_TWINS)].join(' ');
}
