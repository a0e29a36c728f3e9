import { lookupChanges } from '../recipe/lookup-changes.ts';
import { RECIPE_FILE } from '../recipe/recipe-folder.ts';
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
  // An incremental source may hold several files of one name: those that are the same are no others.
  const same = paired(before, after, (old, now) => old.file === now.file && old.sha256 === now.sha256);
  const changed = paired(same.gone, same.fresh, (old, now) => old.file === now.file);
  const {
    gone,
    fresh,
    pairs: renamed,
  } = paired(changed.gone, changed.fresh, (old, now) => old.sha256 === now.sha256);
  const stayed = [...same.pairs, ...changed.pairs].sort(
    (one, other) => after.indexOf(one.now) - after.indexOf(other.now),
  );
  const sentences: string[] = [];
  for (const { old, now } of renamed) sentences.push(`${old.file} of ${source} is called ${now.file} now.`);
  for (const { file } of gone) sentences.push(`${file} of ${source} was taken away.`);
  for (const { file } of fresh) sentences.push(`${file} of ${source} was added.`);
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

interface Pair {
  readonly old: RunFile;
  readonly now: RunFile;
}

/** Pairs files before with files after, each at most once, and says which are left over. */
function paired(
  before: readonly RunFile[],
  after: readonly RunFile[],
  isPair: (old: RunFile, now: RunFile) => boolean,
): {
  readonly pairs: readonly Pair[];
  readonly gone: readonly RunFile[];
  readonly fresh: readonly RunFile[];
} {
  const fresh = [...after];
  const gone: RunFile[] = [];
  const pairs: Pair[] = [];
  for (const old of before) {
    const place = fresh.findIndex((now) => isPair(old, now));
    const [now] = place === -1 ? [] : fresh.splice(place, 1);
    if (now) pairs.push({ old, now });
    else gone.push(old);
  }
  return { pairs, gone, fresh };
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

/** Which lookups and files of a recipe differ from those before, in sentences. */
export function recipeDifferences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const { titles, isAll } = lookupChanges(before[RECIPE_FILE] ?? '', after[RECIPE_FILE] ?? '');
  const changed = Object.keys(after).filter(
    (file) => file in before && before[file] !== after[file] && !(isAll && file === RECIPE_FILE),
  );
  const added = Object.keys(after).filter((file) => !(file in before));
  const gone = Object.keys(before).filter((file) => !(file in after));
  const sentence = (files: readonly string[], what: string) =>
    files.length === 0
      ? []
      : [`${namedTogether([...files].sort())} of the recipe ${files.length === 1 ? 'was' : 'were'} ${what}.`];
  return [
    ...titles.map((title) => `The lookup ${title} was changed since.`),
    ...sentence(changed, 'changed'),
    ...sentence(added, 'added'),
    ...sentence(gone, 'taken away'),
  ];
}
