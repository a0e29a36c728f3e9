import { makeFile } from '../generator/files.ts';
import { compress } from '../generator/format.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { LOYALTY_SOURCES, type LoyaltySourceName } from '../loyalty-oracle/sources.ts';
import { writeCsv } from '../oracle/csv.ts';
import type { Plan } from './plan.ts';
import { ROW_MAKERS } from './rows.ts';

/** The records of all sources, by source. */
export type World = Readonly<Record<LoyaltySourceName, readonly TextRow[]>>;

/** The names of the sources, in the order of the recipe. */
export const SOURCE_NAMES: readonly LoyaltySourceName[] = Object.keys(ROW_MAKERS) as LoyaltySourceName[];

/** The same for every source. */
export function worldOf(of: (name: LoyaltySourceName) => readonly TextRow[]): World {
  return Object.fromEntries(SOURCE_NAMES.map((name) => [name, of(name)])) as World;
}

/** What a company has on one day; a source now and then nothing at all. */
export function makeWorld(random: Random, plan: Plan): World {
  return worldOf((name) =>
    newRows(random, plan, name, random.chance(0.05) ? 0 : sizeOf(random, plan, name), 0),
  );
}

/** Records of a source, numbered from one on. */
export function newRows(
  random: Random,
  plan: Plan,
  name: LoyaltySourceName,
  count: number,
  from: number,
): readonly TextRow[] {
  return Array.from({ length: count }, (_, at) => ROW_MAKERS[name](random, plan, from + at));
}

/** A world in messy files of all shapes, under names in any case. */
export function messyFiles(random: Random, plan: Plan, world: World): Readonly<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const source of LOYALTY_SOURCES) {
    const names = fileNames(random, source.name);
    names.forEach((name, index) => {
      const own = world[source.name as LoyaltySourceName].filter((_, at) => at % names.length === index);
      const bytes = makeFile(random, plan.faults, source, own, names.length === 1);
      files[name] = name.toLowerCase().endsWith('.gz') ? compress(bytes) : bytes;
    });
  }
  if (random.chance(0.2)) files['read me.txt'] = Buffer.from('hello');
  if (random.chance(0.1)) files['user_profile_old.csv'] = Buffer.from('user_id\n1\n');
  return files;
}

/** A world in one plain file a source: UTF-8 with commas, the columns in order. */
export function plainFiles(world: World): Readonly<Record<string, string>> {
  const files = LOYALTY_SOURCES.map(({ name, columns }) => {
    const header = columns.map((column) => column.name);
    const records = world[name as LoyaltySourceName].map((row) => header.map((column) => row[column] ?? ''));
    return [`${name}.csv`, writeCsv([header, ...records])] as const;
  });
  return Object.fromEntries(files);
}

function sizeOf(random: Random, plan: Plan, name: LoyaltySourceName): number {
  switch (name) {
    case 'user_profile':
      return Math.ceil(plan.users.length * random.pick([1, 1, 1.5, 3]));
    case 'region_metadata':
      return Math.max(1, plan.regions.length - (random.chance(0.2) ? 1 : 0));
    case 'region_thresholds':
      return plan.regions.length * random.between(1, 3);
    default:
      return random.between(0, plan.most);
  }
}

function fileNames(random: Random, source: string): readonly string[] {
  const capitals = source.replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase());
  return random.pick([
    [`${source}.csv`],
    [`${source}.csv`],
    [`${source}.csv`],
    [`${capitals}.csv`],
    [`${source.toUpperCase()}.CSV`],
    [`${source}.csv.gz`],
    [`${source}.csv`, `${capitals}.csv.GZ`],
  ]);
}
