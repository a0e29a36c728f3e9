import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReasonFigures, Reconciliation } from '../../contract/reconciliation.ts';
import { aRun } from '../testing/a-run.ts';
import { naiveRun } from '../testing/naive-run.ts';
import { recipeWith, SOME_RULES, SOME_RULES_OVER_EVERYBODY } from '../testing/people-rules.ts';
import { inputFiles, RANDOM_INPUT } from '../testing/random-people.ts';
import { tempFolder } from '../testing/temp-folder.ts';

test('a run says and writes what a naive computation in memory does', async () => {
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, SOME_RULES, async (input, rules) => {
      const { reconciliation, written } = await aRun(recipeWith(rules), inputFiles(input));
      const naive = naiveRun(input, rules);
      expect(reconciliation).toMatchObject({
        tables: naive.tables,
        stages: naive.stages,
        outcome: naive.outcome,
        balanced: true,
      });
      expect(written['delivery.csv']).toBe(naive.delivery);
      expect(written['dropouts.csv']).toBe(naive.dropouts);
    }),
    { numRuns: 40 },
  );
});

test('every sum of a run holds', async () => {
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, SOME_RULES, async (input, rules) => {
      const { reconciliation, written } = await aRun(recipeWith(rules), inputFiles(input));
      const { sources, tables, stages, outcome, balanced } = reconciliation;
      expect(balanced).toBe(true);
      for (const { read, accepted, rejected } of sources) expect(read).toBe(accepted + rejected);
      for (const table of tables) expect(table.in).toBe(table.out + table.superseded);
      stages.forEach((stage, index) => {
        expect(stage.in).toBe(stage.dropped + stage.out);
        if (index > 0) expect(stage.in).toBe(stages[index - 1]?.out);
        for (const { dropped, any, only } of stage.reasons) {
          if (any === undefined || only === undefined) continue;
          expect(only).toBeLessThanOrEqual(dropped);
          expect(dropped).toBeLessThanOrEqual(any);
        }
      });
      const { entered, delivered, dropped, ...troubles } = outcome;
      expect(entered).toBe(delivered + dropped);
      expect(entered).toBe(stages[0]?.out);
      expect(delivered).toBe(stages.at(-1)?.out);
      expect(troubles).toEqual({ missing: 0, duplicated: 0, contradictory: 0, unexplained: 0 });
      const rowsOf = (name: string) => (written[name] ?? '').split('\n').length - 2;
      expect(rowsOf('delivery.csv')).toBe(delivered);
      expect(rowsOf('dropouts.csv')).toBe(dropped);
    }),
    { numRuns: 20 },
  );
});

test('the order of the rules decides only which reason stands first', async () => {
  const orders = SOME_RULES_OVER_EVERYBODY.chain((rules) =>
    fc.tuple(fc.constant(rules), fc.shuffledSubarray([...rules], { minLength: rules.length })),
  );
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, orders, async (input, [one, other]) => {
      const files = inputFiles(input);
      const [first, second] = [await aRun(recipeWith(one), files), await aRun(recipeWith(other), files)];
      expect(second.written['delivery.csv']).toBe(first.written['delivery.csv']);
      expect(whateverTheOrder(second.reconciliation)).toEqual(whateverTheOrder(first.reconciliation));
    }),
    { numRuns: 20 },
  );
});

/** For each reason how many it excludes in all and alone. */
function whateverTheOrder({
  stages,
}: Reconciliation): ReadonlyMap<string, Pick<ReasonFigures, 'any' | 'only'>> {
  const reasons = stages.flatMap((stage) => stage.reasons);
  return new Map(reasons.map(({ reason, any = 0, only = 0 }) => [reason, { any, only }]));
}

test('a repetition writes the same bytes, from an empty workspace and from one that holds the files', async () => {
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, SOME_RULES, async (input, rules) => {
      const recipe = recipeWith(rules);
      const files = inputFiles(input);
      const workspace = join(tempFolder(), 'w.muster');
      const { written } = await aRun(recipe, files);
      expect(Object.keys(written).sort()).toEqual([
        'delivery.csv',
        'dropouts.csv',
        'manifest.json',
        'reconciliation.json',
        'rejected-marks.csv',
        'rejected-people.csv',
      ]);
      expect((await aRun(recipe, files)).written).toEqual(written);
      expect((await aRun(recipe, files, { workspace })).written).toEqual(written);
      expect((await aRun(recipe, files, { workspace })).written).toEqual(written);
    }),
    { numRuns: 6 },
  );
});
