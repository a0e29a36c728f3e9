import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StageFigures } from '../../contract/reconciliation.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { executeRun } from '../run/execute-run.ts';
import { aKeptLoadedWorkspace } from '../testing/a-kept-run.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { anExecutedRun, aRequest } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { type PlacedRule, recipeWith, SOME_RULES } from '../testing/people-rules.ts';
import { inputFiles, RANDOM_INPUT } from '../testing/random-people.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import type { RunPlace } from './compare-runs.ts';
import { isTold, refuseUnknownRules, withoutRules } from './what-if.ts';

const silent = () => {};

/** Rules with some of them switched off. */
const RULES_AND_OFF = SOME_RULES.chain((rules) =>
  fc.record({
    rules: fc.constant(rules),
    off: fc.subarray(rules.map(({ rule }) => rule.rule)).map((names) => new Set(names)),
  }),
);

test('a run without some rules, as its verdicts tell it, is what a run of a recipe without them says', async () => {
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, RULES_AND_OFF, async (input, { rules, off }) => {
      const recipe = recipeWith(rules);
      fc.pre(isTold(recipe, off));
      const { db } = await aKeptLoadedWorkspace(recipe, inputFiles(input));
      const run = { recipe, ...executeRun(db, aRequest(recipe), silent) };
      const asked = recipe.rules.filter(({ rule }) => !off.has(rule));
      const asking = recipe.stages.filter(
        ({ stage }, index) => index === 0 || asked.some((rule) => rule.stage === stage),
      );
      const without: Recipe = { ...recipe, rules: asked, stages: asking };
      const real = { recipe: without, ...executeRun(db, aRequest(without), silent) };

      const { stages, ...told } = withoutRules(db, run, off);

      const { entered, delivered } = real.reconciliation.outcome;
      const [before, after] = [deliveredOf(db, run), deliveredOf(db, real)];
      const gained = after.filter((id) => !before.includes(id));
      expect(told).toEqual({
        entered,
        delivered,
        gained: gained.length,
        lost: 0,
        gainedKeys: gained.map((id) => [id]),
        lostKeys: [],
      });
      expect(stagesThatAsk(stages, rules, off)).toEqual(real.reconciliation.stages);
      for (const { in: came, dropped, out } of stages) expect(came).toBe(dropped + out);
    }),
    { numRuns: 60 },
  );
});

test('rules that are off exclude nobody', async () => {
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, SOME_RULES, async (input, rules) => {
      const recipe = recipeWith(rules);
      const { db } = await aKeptLoadedWorkspace(recipe, inputFiles(input));
      const run = { recipe, ...executeRun(db, aRequest(recipe), silent) };
      const { stages, entered, delivered } = withoutRules(
        db,
        run,
        new Set(rules.map(({ rule }) => rule.rule)),
      );
      expect(delivered).toBe(entered);
      for (const { reasons } of stages) {
        for (const { reason: _, ...figures } of reasons) {
          expect(Object.values(figures).every((figure) => figure === 0)).toBe(true);
        }
      }
    }),
    { numRuns: 10 },
  );
});

test('what a rule over survivors says is not told once a rule before it is off', () => {
  const sql = (reason: string, from: string) =>
    `select id, '${reason}' as reason, null as detail from ${from}`;
  const recipe = aPeopleRecipe({
    rules: [
      { stage: 'a', sql: sql('a', 'person') },
      { stage: 'b', scope: 'survivors', sql: sql('b', 'survivor') },
      { stage: 'c', sql: sql('c', 'person') },
    ],
  });
  expect(isTold(recipe, new Set())).toBe(true);
  expect(isTold(recipe, new Set(['a']))).toBe(false);
  expect(isTold(recipe, new Set(['a', 'c']))).toBe(false);
  expect(isTold(recipe, new Set(['a', 'b']))).toBe(true);
  expect(isTold(recipe, new Set(['b']))).toBe(true);
  expect(isTold(recipe, new Set(['c']))).toBe(true);
});

test('of those who would come the first keys are named, in the order of the key', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => 250 - index);
  const recipe = aPeopleRecipe({
    rules: [{ stage: 'all', sql: "select id, 'all' as reason, null as detail from person" }],
  });
  const run = await anExecutedRun(recipe, { 'people.csv': lines('id', ...ids.map(String)) });
  const { gained, gainedKeys } = withoutRules(run.db, { recipe, ...run }, new Set(['all']));
  expect(gained).toBe(250);
  expect(gainedKeys).toEqual(Array.from({ length: 200 }, (_, index) => [String(index + 1)]));
});

test('masks of sixty rules are exact', async () => {
  const sql = (reason: string, score: number) =>
    `select id, '${reason}' as reason, null as detail from person where score in (${score}, 60)`;
  const recipe = aPeopleRecipe({
    rules: Array.from({ length: 60 }, (_, index) => ({ stage: `r${index}`, sql: sql(`r${index}`, index) })),
  });
  const ids = Array.from({ length: 61 }, (_, score) => `${score},${score}`);
  const run = await anExecutedRun(recipe, { 'people.csv': lines('id,score', ...ids) });
  expect(withoutRules(run.db, { recipe, ...run }, new Set()).stages).toEqual(run.reconciliation.stages);
  const { gained, gainedKeys } = withoutRules(run.db, { recipe, ...run }, new Set(['r0', 'r59']));
  expect({ gained, gainedKeys }).toEqual({ gained: 2, gainedKeys: [['0'], ['59']] });
});

test('a rule that the run does not have is refused', () => {
  expect(() => refuseUnknownRules(aPeopleRecipe(), new Set(['other']))).toThrow('The run has no rule other.');
});

/** The stages without those of rules that are off, the last `out` of one being the next's `in` by itself. */
function stagesThatAsk(
  stages: readonly StageFigures[],
  rules: readonly PlacedRule[],
  off: ReadonlySet<string>,
): readonly StageFigures[] {
  const asked = new Set(rules.filter(({ rule }) => !off.has(rule.rule)).flatMap(({ rule }) => rule.reasons));
  return stages
    .map((stage) => ({ ...stage, reasons: stage.reasons.filter(({ reason }) => asked.has(reason)) }))
    .filter(({ stage, reasons }) => stage === 'population' || reasons.length > 0);
}

function deliveredOf(db: ReadableDb, { tables }: RunPlace): readonly string[] {
  const ids = db
    .prepare<[], string | number>(`select id from ${identifier(tables.output('delivery'))}`)
    .pluck();
  return ids.all().map(String);
}
