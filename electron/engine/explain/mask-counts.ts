import type { Recipe, Rule } from '../recipe/recipe.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import type { RunPlace } from './compare-runs.ts';

/** A run's entities by what the rules say of them. */
export interface MaskCounts {
  /** How many entities have each mask. */
  readonly masks: ReadonlyMap<bigint, number>;
  /** How many entities with a mask a rule of that mask, by its position, excludes for a reason. */
  readonly reasons: readonly {
    readonly mask: bigint;
    readonly rule: number;
    readonly reason: string;
    readonly count: number;
  }[];
}

/** A mask of so many rules is exact as a double. */
const EXACT_RULES = 52;

const counted = new WeakMap<ReadableDb, Map<number, MaskCounts>>();

/** Counts a run's entities by mask and reason, once a connection: a finished run does not change. */
export function maskCounts(db: ReadableDb, run: RunPlace): MaskCounts {
  const runs = counted.get(db) ?? new Map<number, MaskCounts>();
  counted.set(db, runs);
  const known = runs.get(run.tables.run);
  if (known) return known;
  const masks = countMasks(db, run);
  const counts = { masks, reasons: [...singleReasons(masks, run.recipe), ...severalReasons(db, run)] };
  runs.set(run.tables.run, counts);
  return counts;
}

/** By an aggregate of our own: SQLite would sort a million masks to find the few that differ, which takes twice as long. */
function countMasks(db: ReadableDb, { recipe, tables }: RunPlace): ReadonlyMap<bigint, number> {
  const found = new Map<number | bigint, number>();
  db.aggregate('count_masks', {
    start: 0,
    safeIntegers: recipe.rules.length > EXACT_RULES,
    step: (rows: number, mask: number | bigint) => {
      found.set(mask, (found.get(mask) ?? 0) + 1);
      return rows;
    },
  });
  db.prepare(`select count_masks(mask) from main.${identifier(tables.ledger)}`).get();
  return new Map([...found].map(([mask, entities]) => [BigInt(mask), entities]));
}

function singleReasons(masks: ReadonlyMap<bigint, number>, { rules }: Recipe): MaskCounts['reasons'] {
  return rules.flatMap(({ reasons }, rule) => {
    const reason = oneReason(reasons);
    if (reason === undefined) return [];
    return [...masks].flatMap(([mask, count]) =>
      hasRule(mask, rule) ? [{ mask, rule, reason, count }] : [],
    );
  });
}

/** The reason of a rule that can give no other. */
function oneReason(reasons: Rule['reasons']): string | undefined {
  return 'sql' in reasons || reasons.length > 1 ? undefined : reasons[0];
}

/** Where a rule has several reasons, which one it gives stands with its verdicts only. */
function severalReasons(db: ReadableDb, { recipe, tables }: RunPlace): MaskCounts['reasons'] {
  const several = recipe.rules.flatMap(({ reasons }, rule) =>
    oneReason(reasons) === undefined ? [rule] : [],
  );
  if (several.length === 0) return [];
  return db
    .prepare<[], [mask: bigint, rule: bigint, reason: string, count: bigint]>(
      `select ledger.mask, verdict.rule, verdict.reason, count(*)
       from main.${identifier(tables.verdict)} as verdict
       join main.${identifier(tables.ledger)} as ledger using (entity)
       where verdict.rule in (${several.join(', ')})
       group by ledger.mask, verdict.rule, verdict.reason`,
    )
    .raw()
    .safeIntegers()
    .all()
    .map(([mask, rule, reason, count]) => ({ mask, rule: Number(rule), reason, count: Number(count) }));
}

/** Whether a mask has the bit of the rule at a position. */
export function hasRule(mask: bigint, rule: number): boolean {
  return ((mask >> BigInt(rule)) & 1n) === 1n;
}
