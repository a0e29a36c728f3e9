import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { LOYALTY_SOURCES, type LoyaltySourceName } from '../loyalty-oracle/sources.ts';
import type { Plan } from './plan.ts';
import { newRows, type World, worldOf } from './world.ts';

/** The company on another day: some sources as they were, others with more records, fewer, none, or emptier ones. */
export function changedWorld(random: Random, plan: Plan, world: World): World {
  const likely = random.pick([0.1, 0.4, 0.8]);
  const shift = random.pick([0, 0, 2, -7, 12, -30]);
  return worldOf((name) => {
    const rows = random.chance(likely) ? changedRows(random, plan, name, world[name]) : world[name];
    return name === 'engagement_score' ? rows.map((row) => shifted(row, shift)) : rows;
  });
}

function changedRows(
  random: Random,
  plan: Plan,
  name: LoyaltySourceName,
  rows: readonly TextRow[],
): readonly TextRow[] {
  const kept = (share: number) => rows.filter(() => random.chance(share));
  const more = (share: number) =>
    newRows(random, plan, name, Math.ceil(rows.length * share), 1000 + random.below(9000));
  switch (random.below(7)) {
    case 0:
      return kept(0.75);
    case 1:
      return kept(0.4);
    case 2:
      return [...rows, ...more(0.3)];
    case 3:
      return [...rows, ...more(0.9)];
    case 4:
      return random.chance(0.3) ? [] : [...kept(0.9), ...more(0.1)];
    case 5:
      return rows.map((row) => (random.chance(0.4) ? emptied(name, row) : row));
    default:
      // Some are written worse than the day before.
      return [
        ...kept(0.85),
        ...newRows(random, { ...plan, faults: 0.1 }, name, Math.ceil(rows.length * 0.15), 500),
      ];
  }
}

/** The record without what it need not have. */
function emptied(name: LoyaltySourceName, row: TextRow): TextRow {
  const columns = LOYALTY_SOURCES.find((source) => source.name === name)?.columns ?? [];
  const needed = columns.filter(({ required }) => required).map((column) => column.name);
  return Object.fromEntries(Object.entries(row).filter(([column]) => needed.includes(column)));
}

function shifted(row: TextRow, by: number): TextRow {
  const score = Number(row.score);
  if (by === 0 || !/^[0-9.]+$/.test(row.score ?? '') || score > 100) return row;
  return { ...row, score: Math.min(100, Math.max(0, score + by)).toFixed(4) };
}
