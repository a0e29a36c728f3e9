import type { WhatIf } from '../../contract/runs.ts';
import { Failure } from '../failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { ruleReasons } from '../run/rule-reasons.ts';
import { type RuleCount, stagesOfCounts } from '../run/stage-figures.ts';
import { identifier, identifiers, type ReadableDb } from '../workspace/database.ts';
import type { RunPlace } from './compare-runs.ts';
import { keyTexts } from './key-texts.ts';
import { maskCounts } from './mask-counts.ts';
import type { Value } from './readable.ts';

/** So many keys of those who would come or go are named. */
export const MOST_KEYS = 200;

/** Throws a Failure for a rule that the recipe does not have. */
export function refuseUnknownRules({ rules }: Recipe, off: ReadonlySet<string>): void {
  for (const name of off) {
    if (rules.some(({ rule }) => rule === name)) continue;
    throw new Failure(`The run has no rule ${name}.`, 'Look at the run anew.');
  }
}

/**
 * Whether a run's verdicts tell what it would be without these rules. What a rule over survivors says depends on the rules
 * before it: where one of them is off and it is not, the rules have to be asked again.
 */
export function isTold({ rules }: Recipe, off: ReadonlySet<string>): boolean {
  const firstOff = rules.findIndex(({ rule }) => off.has(rule));
  return !rules.some(
    ({ rule, scope }, position) =>
      scope === 'survivors' && !off.has(rule) && firstOff !== -1 && position > firstOff,
  );
}

/** The funnel of a run as its verdicts tell it without some of its rules; see `isTold`. */
export function withoutRules(db: ReadableDb, run: RunPlace, off: ReadonlySet<string>): WhatIf {
  const { recipe } = run;
  const { masks, reasons } = maskCounts(db, run);
  const offMask = recipe.rules.reduce(
    (mask, { rule }, position) => (off.has(rule) ? mask | (1n << BigInt(position)) : mask),
    0n,
  );
  let [entered, delivered, gained] = [0, 0, 0];
  for (const [mask, count] of masks) {
    entered += count;
    if ((mask & ~offMask) !== 0n) continue;
    delivered += count;
    if (mask !== 0n) gained += count;
  }
  const first: RuleCount[] = [{ rule: null, reason: null, count: delivered }];
  const any: RuleCount[] = [];
  const only: RuleCount[] = [];
  for (const { mask, rule, reason, count } of reasons) {
    const bit = 1n << BigInt(rule);
    const left = mask & ~offMask;
    if ((left & bit) === 0n) continue;
    add(any, rule, reason, count);
    if ((left & (bit - 1n)) === 0n) add(first, rule, reason, count);
    if (left === bit) add(only, rule, reason, count);
  }
  return {
    stages: stagesOfCounts(recipe, ruleReasons(db, recipe, run.tables), { entered, first, any, only }),
    entered,
    delivered,
    gained,
    lost: 0,
    gainedKeys: gainedKeys(db, run, offMask, Math.min(gained, MOST_KEYS)),
    lostKeys: [],
  };
}

function add(counts: RuleCount[], rule: number, reason: string, count: number): void {
  const index = counts.findIndex((row) => row.rule === rule && row.reason === reason);
  const present = counts[index];
  if (present) counts[index] = { ...present, count: present.count + count };
  else counts.push({ rule, reason, count });
}

/** The keys of the first entities that are dropped by rules of a mask alone, in the order of the key. */
function gainedKeys(
  db: ReadableDb,
  { recipe, tables }: RunPlace,
  offMask: bigint,
  most: number,
): readonly (readonly string[])[] {
  if (most === 0) return [];
  const keys = db
    .prepare<[bigint, number], Value[]>(
      `select ${identifiers(recipe.key, 'population')}
       from main.${identifier(tables.ledger)} as ledger
       join main.${identifier(tables.population)} as population using (entity)
       where ledger.mask <> 0 and ledger.mask & ~? = 0
       order by ledger.entity
       limit ?`,
    )
    .raw()
    .safeIntegers()
    .all(offMask, most);
  return keyTexts(recipe, keys);
}
