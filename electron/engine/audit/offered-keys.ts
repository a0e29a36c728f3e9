import { Failure } from '../failure.ts';
import { headRecords, readHead } from '../files/head.ts';
import { findDelimiter } from '../ingest/delimiter.ts';
import { skipBytes } from '../ingest/encoding.ts';
import { normalizeHeader } from '../ingest/headers.ts';
import { openInput } from '../ingest/input-file.ts';
import { RecordSplitter } from '../ingest/split-records.ts';
import { columnsOf } from './header-layout.ts';

/** So many records of the first extract are looked at. */
const MOST_RECORDS = 100_000;

/** So many offers are made. */
const MOST_OFFERS = 6;

/** So many columns are tried alone, and in pairs: each that lasts keeps its values in memory. */
const MOST_SINGLE = 12;
const MOST_PAIRED = 5;

const LIKE_AN_ID = /(?:id|key|number|code|nr|no)$/;

/** Columns that may name an entity together, by their places in the header of the first extract. */
interface Trial {
  readonly places: readonly number[];
  readonly seen: Set<string>;
}

interface Column {
  readonly place: number;
  readonly title: string;
  readonly likeAnId: boolean;
}

/**
 * Columns and pairs of columns that could be the key: all files have them, and in the first records of the first extract they are filled and
 * name each record once. Those that look like ids come first. Files that cannot be read are passed over.
 */
export async function offeredKeys(
  stages: readonly { readonly path: string; readonly name: string }[],
  traces: readonly { readonly path: string; readonly name: string }[],
): Promise<readonly (readonly string[])[]> {
  const [first, ...others] = stages;
  const header = first && (await headerOf(first));
  if (!first || !header) return [];
  const common = new Map(header.map((column) => [column.same, column]));
  for (const file of [...others, ...traces]) {
    const names = new Set((await headerOf(file))?.map(({ same }) => same) ?? common.keys());
    for (const same of common.keys()) if (!names.has(same)) common.delete(same);
  }
  const columns = [...common.values()]
    .map(({ place, title, same }): Column => ({ place, title, likeAnId: LIKE_AN_ID.test(same) }))
    .sort((one, other) => Number(other.likeAnId) - Number(one.likeAnId) || one.place - other.place);
  const singles = columns.slice(0, MOST_SINGLE).map(({ place }): Trial => trialOf([place]));
  const { unique, filled } = await tryOut(first, singles);
  const isUnique = (place: number) => unique.some(({ places: [own] }) => own === place);
  const paired = columns.filter(({ place }) => filled.has(place) && !isUnique(place)).slice(0, MOST_PAIRED);
  const pairs = paired.flatMap((one, index) =>
    paired.slice(index + 1).map((other) => trialOf([one.place, other.place].sort((a, b) => a - b))),
  );
  const uniquePairs = pairs.length === 0 ? [] : (await tryOut(first, pairs)).unique;
  const byPlace = new Map(columns.map((column) => [column.place, column]));
  const keys = [...unique, ...uniquePairs].map(({ places }) =>
    places.flatMap((place) => byPlace.get(place) ?? []),
  );
  const likely = keys.filter((key) => key.every(({ likeAnId }) => likeAnId));
  const rest = keys.filter((key) => !key.every(({ likeAnId }) => likeAnId));
  return [...likely, ...rest].slice(0, MOST_OFFERS).map((key) => key.map(({ title }) => title));
}

function trialOf(places: readonly number[]): Trial {
  return { places, seen: new Set() };
}

/** The columns of a file; undefined where it cannot be read. */
async function headerOf({ path, name }: { readonly path: string; readonly name: string }) {
  try {
    const head = await readHead(path, name);
    const { header } = headRecords(head, findDelimiter(head.firstLine, []), 1);
    const names = header.map(normalizeHeader);
    // A header that stands there twice cannot be meant.
    return columnsOf(header).filter(
      ({ place }) => names.indexOf(names[place] ?? '') === names.lastIndexOf(names[place] ?? ''),
    );
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Which of the trials name each of the first records once, and which of their columns are never empty. */
async function tryOut(
  { path, name }: { readonly path: string; readonly name: string },
  trials: readonly Trial[],
): Promise<{ readonly unique: readonly Trial[]; readonly filled: ReadonlySet<number> }> {
  const head = await readHead(path, name);
  const filled = new Set(trials.flatMap(({ places }) => places));
  let alive = trials;
  let records = -1;
  let width = 0;
  const splitter = new RecordSplitter(findDelimiter(head.firstLine, []), (cells, _, broken) => {
    records++;
    if (records === 0) width = cells.length;
    if (records === 0 || records > MOST_RECORDS || broken || cells.length !== width) return;
    for (const place of filled) if ((cells[place] ?? '').trim() === '') filled.delete(place);
    const lost = alive.filter((trial) => !holds(trial, cells, filled));
    if (lost.length > 0) alive = alive.filter((trial) => !lost.includes(trial));
  });
  const file = openInput(path, name);
  const { encoding, markBytes } = head.encoding;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  try {
    for await (const chunk of skipBytes(
      file.content(() => {}),
      markBytes,
    )) {
      splitter.push(decoder.decode(chunk, { stream: true }));
      if (records > MOST_RECORDS) break;
    }
    if (records <= MOST_RECORDS) splitter.end();
  } finally {
    file.close();
  }
  return { unique: alive, filled };
}

function holds({ places, seen }: Trial, cells: readonly string[], filled: ReadonlySet<number>): boolean {
  const value = places.map((place) => (cells[place] ?? '').trim()).join('\0');
  const holding = places.every((place) => filled.has(place)) && !seen.has(value);
  if (holding) seen.add(value);
  else seen.clear();
  return holding;
}
