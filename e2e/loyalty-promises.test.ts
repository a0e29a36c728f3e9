import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from './generator/random.ts';
import { makePlan, type Plan } from './loyalty-generator/plan.ts';
import { makeWorld, plainFiles, SOURCE_NAMES, type World, worldOf } from './loyalty-generator/world.ts';
import { daysBefore } from './loyalty-oracle/of-users.ts';
import type { LoyaltySourceName } from './loyalty-oracle/sources.ts';
import { expectFailed } from './support/expectations.ts';
import { finishLoyalty, runLoyalty } from './support/loyalty-runs.ts';
import { finishWithin } from './support/loyalty-within.ts';
import { readCsv } from './support/read-csv.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { tempFolder } from './support/temp-folder.ts';

// Each sample is a run or several, most of them processes, so there are few of them.
const RUNS = { numRuns: 6 };
const anySeed = fc.integer({ min: 1000, max: 99_999 });
const anySource = fc.constantFrom(...SOURCE_NAMES);

/** Sources of which the latest record counts, with its key and its time. */
const LATEST = {
  user_profile: 'updated_at',
  engagement_score: 'scored_at',
  support_calls: 'measured_on',
  repeat_engagements: 'period_end',
  region_thresholds: 'valid_from',
} as const satisfies Partial<Record<LoyaltySourceName, string>>;

test('every user is routed to one team or has one reason', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const { plan, world } = companyOf(seed, 0.02);
      const { out } = await finishWithin({ files: plainFiles(world), asOf: plan.day, params: plan.params });
      const users = readCsv(out, 'master.csv').map(({ user_id = '' }) => user_id);
      const routed = ['marketing_highly_engaged.csv', 'customer_success_low_engagement.csv', 'dropouts.csv']
        .flatMap((name) => readCsv(out, name))
        .map(({ user_id = '' }) => user_id);
      expect(new Set(users).size).toBe(users.length);
      expect(routed.toSorted()).toEqual(users.toSorted());
      const bands = new Map(
        readCsv(out, 'master.csv').map(({ user_id, engagement_band }) => [user_id, engagement_band]),
      );
      for (const { user_id } of readCsv(out, 'marketing_highly_engaged.csv')) {
        expect(bands.get(user_id ?? '')).toBe('high');
      }
      for (const { user_id } of readCsv(out, 'customer_success_low_engagement.csv')) {
        expect(bands.get(user_id ?? '')).toBe('low');
      }
      const counted = readCsv(out, 'engagement_by_region.csv').reduce(
        (sum, row) => sum + Number(row.users),
        0,
      );
      expect(counted).toBe(users.length);
    }),
    RUNS,
  );
});

test('history holds each date once, as its last run left it, in whatever order the dates come', async () => {
  const offsets = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(anySeed, offsets, async (seed, days) => {
      const workspace = join(tempFolder(), 'w.muster');
      const masters = new Map<string, readonly unknown[]>();
      for (const [at, ahead] of days.entries()) {
        const { plan, world } = companyOf(seed + at, 0);
        // One day for all, so that some dates come again.
        const asOf = daysBefore('2025-06-15', -ahead);
        const { out } = await finishWithin({
          files: plainFiles(world),
          asOf,
          params: plan.params,
          workspace,
        });
        masters.set(asOf, readCsv(out, 'master.csv'));
        const inOrder = [...masters].toSorted(([left], [right]) => (left < right ? -1 : 1));
        expect(readCsv(out, 'history.csv')).toEqual(inOrder.flatMap(([, rows]) => rows));
      }
    }),
    RUNS,
  );
});

test('a run that fails in between leaves the history as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, anySource, async (seed, broken) => {
      const { plan, world } = companyOf(seed, 0.02);
      const [first, last] = [plainFiles(world), plainFiles(companyOf(seed + 1, 0.02).world)];
      const run = { params: plan.params };
      const [disturbed, undisturbed] = [1, 2].map(() => join(tempFolder(), 'w.muster'));
      const outs: string[] = [];
      for (const workspace of [disturbed ?? '', undisturbed ?? '']) {
        await finishLoyalty({ ...run, files: first, asOf: plan.day, workspace });
        if (workspace === disturbed) {
          const files = { ...last, [`${broken}.csv`]: 'nothing,that,is,asked,for\n1,2,3,4,5\n' };
          // As of the same day, whose snapshot it would replace.
          const failed = await runLoyalty({ ...run, files, asOf: plan.day, workspace });
          expectFailed(failed, `${broken}.csv`);
          expect(readOut(failed.out)).toBeUndefined();
        }
        const { out } = await finishLoyalty({
          ...run,
          files: last,
          asOf: daysBefore(plan.day, -1),
          workspace,
        });
        outs.push(out);
      }
      const [found, wanted] = outs.map((out) => textsOf(out));
      expect(found).toEqual(wanted);
    }),
    { numRuns: 4 },
  );
});

test('a source that is left out counts as an empty one, and the run says so', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, anySource, fc.boolean(), async (seed, left, there) => {
      const { plan, world } = companyOf(seed, 0.02);
      const run = { asOf: plan.day, params: plan.params };
      const files = Object.entries(plainFiles(world)).filter(([name]) => there || name !== `${left}.csv`);
      const { out } = await finishLoyalty({ ...run, files: Object.fromEntries(files), without: [left] });
      const empty = await finishLoyalty({ ...run, files: plainFiles({ ...world, [left]: [] }) });
      const own = ['manifest.json', 'reconciliation.json'];
      expect(textsOf(out, own)).toEqual(textsOf(empty.out, own));
      const { without, warnings = [], sources } = readReconciliation(out);
      expect(without).toEqual([left]);
      expect(warnings.some((warning) => warning.includes(left))).toBe(true);
      expect(sources.find(({ source }) => source === left)).toMatchObject({
        files: [],
        read: 0,
        accepted: 0,
      });
    }),
    RUNS,
  );
});

test('the order of lines does not matter where no two are of one time', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const { plan, world } = companyOf(seed, 0);
      const random = new Random(seed);
      const ordered = withoutTies(plan, world);
      const shuffled = worldOf((name) => random.shuffle(ordered[name]));
      const run = { asOf: plan.day, params: plan.params };
      const outs = [ordered, shuffled].map((each) => finishWithin({ ...run, files: plainFiles(each) }));
      const [left, right] = await Promise.all(outs);
      expect(textsOf(right?.out ?? '', ['manifest.json'])).toEqual(
        textsOf(left?.out ?? '', ['manifest.json']),
      );
    }),
    RUNS,
  );
});

function companyOf(seed: number, faults: number): { readonly plan: Plan; readonly world: World } {
  const random = new Random(seed);
  const plan = { ...makePlan(random), faults };
  return { plan, world: makeWorld(random, plan) };
}

/** The world with a day of its own for each record of which only the latest counts. */
function withoutTies({ day }: Plan, world: World): World {
  const times: Partial<Record<LoyaltySourceName, string>> = LATEST;
  return worldOf((name) => {
    const time = times[name];
    return time === undefined
      ? world[name]
      : world[name].map((row, at) => ({ ...row, [time]: daysBefore(day, at - 2) }));
  });
}

/** The files of a run as text, by name, without some of them. */
function textsOf(out: string, left: readonly string[] = []): Readonly<Record<string, string>> {
  const files = [...(readOut(out) ?? [])].filter(([name]) => !left.includes(name));
  return Object.fromEntries(files.map(([name, bytes]) => [name, bytes.toString('utf8')]));
}
