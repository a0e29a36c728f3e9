import type { StageFigures } from '../../contract/reconciliation.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { stageRules } from '../recipe/stage-rules.ts';
import { count, identifier, type ReadableDb } from '../workspace/database.ts';
import type { RunTables } from './run-tables.ts';

/** How many entities a rule, by its position, excludes for a reason; both are null for those whom no rule excludes. */
export interface RuleCount {
  readonly rule: number | null;
  readonly reason: string | null;
  readonly count: number;
}

/** Entities by their numbers, both ends included; none where they are null. */
export interface EntityRange {
  readonly first: number | null;
  readonly last: number | null;
}

/** What the figures of the stages are made of. */
export interface StageCounts {
  readonly entered: number;
  /** Each entity once, under the first rule that excludes it. */
  readonly first: readonly RuleCount[];
  /** Each entity under every rule that excludes it. */
  readonly any: readonly RuleCount[];
  /** The entities that one rule alone excludes. */
  readonly only: readonly RuleCount[];
}

/** The stages, the first being the entry of the population, each counted from the ledger and the verdicts. */
export function stageFigures(
  db: ReadableDb,
  recipe: Recipe,
  tables: RunTables,
  reasons: readonly (readonly string[])[],
  range?: EntityRange,
): readonly StageFigures[] {
  const ledger = identifier(tables.ledger);
  const within = range ? `entity between ${range.first} and ${range.last}` : 'true';
  return stagesOfCounts(recipe, reasons, {
    entered: count(db, `select count(*) from ${identifier(tables.population)} where ${within}`),
    first: ruleCounts(
      db,
      `select rule, reason, count(*) from ${ledger} where ${within} group by rule, reason`,
    ),
    any: ruleCounts(
      db,
      `select rule, reason, count(*) from ${identifier(tables.verdict)} where ${within} group by rule, reason`,
    ),
    only: ruleCounts(
      db,
      `select rule, reason, count(*) from ${ledger} where mask = 1 << rule and ${within} group by rule, reason`,
    ),
  });
}

/** The stages that these counts make; `reasons` are those of each rule. */
export function stagesOfCounts(
  recipe: Recipe,
  reasonsOf: readonly (readonly string[])[],
  { entered, first, any, only }: StageCounts,
): readonly StageFigures[] {
  const left = (rule: number) =>
    first.filter((row) => row.rule === null || row.rule >= rule).reduce((sum, row) => sum + row.count, 0);
  const find = (counts: readonly RuleCount[], rule: number, reason: string) =>
    counts.find((row) => row.rule === rule && row.reason === reason)?.count ?? 0;
  return stageRules(recipe).map(({ stage, first: start, rules }, index) => {
    if (index === 0) return { stage, in: entered, dropped: 0, out: entered, reasons: [] };
    const reasons = rules.flatMap(({ scope }, at) =>
      (reasonsOf[start + at] ?? []).map((reason) => ({
        reason,
        dropped: find(first, start + at, reason),
        ...(scope === 'everybody' && {
          any: find(any, start + at, reason),
          only: find(only, start + at, reason),
        }),
      })),
    );
    return {
      stage,
      in: left(start),
      dropped: reasons.reduce((sum, { dropped }) => sum + dropped, 0),
      out: left(start + rules.length),
      reasons,
    };
  });
}

function ruleCounts(db: ReadableDb, sql: string): readonly RuleCount[] {
  return db
    .prepare<[], [number | null, string | null, number]>(sql)
    .raw()
    .all()
    .map(([rule, reason, rows]) => ({ rule, reason, count: rows }));
}
