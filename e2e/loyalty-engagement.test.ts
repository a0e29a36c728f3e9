import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLES_FOLDER } from '../electron/engine/paths.ts';
import { Random } from './generator/random.ts';
import { changedWorld } from './loyalty-generator/changes.ts';
import { makePlan } from './loyalty-generator/plan.ts';
import { plannedRuns } from './loyalty-generator/sequence.ts';
import { makeWorld, plainFiles } from './loyalty-generator/world.ts';
import { type Memory, NOTHING } from './loyalty-oracle/memory.ts';
import { daysBefore } from './loyalty-oracle/of-users.ts';
import { expectLoyalty } from './loyalty-oracle/oracle.ts';
import { expectWritten, finishLoyalty } from './support/loyalty-runs.ts';
import { finishWithin } from './support/loyalty-within.ts';
import { readCsv } from './support/read-csv.ts';
import { seeds } from './support/seeds.ts';
import { tempFolder } from './support/temp-folder.ts';

test.each(seeds(20))('runs into one workspace write what the loyalty oracle says (seed %i)', async (seed) => {
  const workspace = join(tempFolder(), 'w.muster');
  let memory: Memory = NOTHING;
  for (const [at, run] of plannedRuns(new Random(seed)).entries()) {
    // The first by the command line, as a process takes longer than a run.
    const { input, out } = await (at === 0 ? finishLoyalty : finishWithin)({ ...run, workspace });
    const expected = expectLoyalty(input, { ...run, memory });
    expectWritten(out, expected, run.without, `seed ${seed}, run ${at + 1} as of ${run.asOf}`);
    ({ memory } = expected);
  }
});

test.each(seeds(5))('a run without a workspace knows of no other (seed %i)', async (seed) => {
  const [run] = plannedRuns(new Random(seed));
  if (!run) throw new Error('Nothing was planned.');
  const { input, out } = await finishLoyalty(run);
  expectWritten(out, expectLoyalty(input, run), run.without, `seed ${seed}`);
  expect(readCsv(out, 'history.csv')).toEqual(readCsv(out, 'master.csv'));
});

test('after many runs the volume is that of the last seven, whatever days they were as of', async () => {
  const random = new Random(7);
  const plan = makePlan(random);
  const workspace = join(tempFolder(), 'w.muster');
  let world = makeWorld(random, plan);
  let memory: Memory = NOTHING;
  for (const ahead of [0, 5, -4, 5, 2, -9, 3, 1, 4, 6]) {
    const run = { asOf: daysBefore(plan.day, -ahead), params: plan.params };
    const { input, out } = await finishWithin({ ...run, files: plainFiles(world), workspace });
    const expected = expectLoyalty(input, { ...run, memory });
    expectWritten(out, expected, [], `as of ${run.asOf}`);
    ({ memory } = expected);
    world = changedWorld(random, plan, world);
  }
});

test('of the sample Muster writes what the loyalty oracle says', async () => {
  const sample = join(SAMPLES_FOLDER, 'loyalty-engagement');
  const files = readdirSync(sample).map((name) => [name, readFileSync(join(sample, name))] as const);
  const run = { asOf: '2026-11-20' };
  const { out } = await finishLoyalty({ ...run, files: Object.fromEntries(files) });
  expectWritten(out, expectLoyalty(sample, run), [], 'the sample');
});
