import type { RunFile } from './run-record.ts';
import { namedTogether, whole } from './words.ts';

/** How files differ from those before, in sentences by source: added, taken away, renamed, changed, read in another way. */
export function fileDifferences(before: readonly RunFile[], after: readonly RunFile[]): readonly string[] {
  const sources = new Set([...before, ...after].map(({ source }) => source));
  return [...sources].flatMap((source) => {
    const own = (imports: readonly RunFile[]) => imports.filter((each) => each.source === source);
    return differencesOfSource(source, own(before), own(after));
  });
}

function differencesOfSource(
  source: string,
  before: readonly RunFile[],
  after: readonly RunFile[],
): readonly string[] {
  const gone = before.filter(({ file }) => !after.some((other) => other.file === file));
  const fresh = after.filter(({ file }) => !before.some((other) => other.file === file));
  const renamed = gone.flatMap((old) => {
    const now = fresh.find(({ sha256 }) => sha256 === old.sha256);
    return now ? [{ old, now }] : [];
  });
  const stayed = after.flatMap((now) => {
    const old = before.find(({ file }) => file === now.file);
    return old ? [{ old, now }] : [];
  });
  const sentences: string[] = [];
  for (const { old, now } of renamed) sentences.push(`${old.file} of ${source} is called ${now.file} now.`);
  for (const each of gone) {
    if (!renamed.some(({ old }) => old === each)) sentences.push(`${each.file} of ${source} was taken away.`);
  }
  for (const each of fresh) {
    if (!renamed.some(({ now }) => now === each)) sentences.push(`${each.file} of ${source} was added.`);
  }
  for (const { old, now } of stayed) {
    if (old.sha256 !== now.sha256) sentences.push(`${now.file} of ${source} has other content.`);
  }
  for (const { old, now } of [...renamed, ...stayed]) {
    if (JSON.stringify(old.reading) !== JSON.stringify(now.reading)) {
      sentences.push(`${now.file} of ${source} is read in another way.`);
    }
  }
  return sentences;
}

/** By how much more or fewer records of each source are accepted than before, in sentences. */
export function acceptedDifferences(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly string[] {
  const sources = new Set([...before.keys(), ...after.keys()]);
  return [...sources].flatMap((source) => {
    const difference = (after.get(source) ?? 0) - (before.get(source) ?? 0);
    if (difference === 0) return [];
    const many = Math.abs(difference);
    const records = many === 1 ? 'record' : 'records';
    return [
      `${whole(many)} ${difference > 0 ? 'more' : 'fewer'} ${records} of ${source} ${many === 1 ? 'is' : 'are'} accepted.`,
    ];
  });
}

/** Which files of a recipe differ from those before, in sentences. */
export function recipeDifferences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const changed = Object.keys(after).filter((file) => file in before && before[file] !== after[file]);
  const added = Object.keys(after).filter((file) => !(file in before));
  const gone = Object.keys(before).filter((file) => !(file in after));
  const sentence = (files: readonly string[], what: string) =>
    files.length === 0
      ? []
      : [`${namedTogether([...files].sort())} of the recipe ${files.length === 1 ? 'was' : 'were'} ${what}.`];
  return [...sentence(changed, 'changed'), ...sentence(added, 'added'), ...sentence(gone, 'taken away')];
}
