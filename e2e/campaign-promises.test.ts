import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StageFigures } from '../electron/contract/reconciliation.ts';
import { makePlan } from './campaign-generator/plan.ts';
import { generateCampaign, makeEagerWorld, plainFiles, type World } from './campaign-generator/world.ts';
import { Random } from './generator/random.ts';
import type { TextRow } from './generator/rows.ts';
import { readCsv } from './support/read-csv.ts';
import { readOut, readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { CAMPAIGN_DAY } from './support/small-campaign.ts';
import { tempFolder } from './support/temp-folder.ts';
import { type Content, writeFiles } from './support/write-files.ts';

// Each sample is a process or several, so there are few of them.
const RUNS = { numRuns: 6 };
const anySeed = fc.integer({ min: 1000, max: 99_999 });

test('each lead is in just one of targets and traceability, and the figures of the solutions add up', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const { out } = await runOver(generateCampaign(new Random(seed)));
      const targets = readCsv(out, 'campaign_targets.csv').map(leadOf);
      const traced = readCsv(out, 'traceability.csv').map(leadOf);
      const { by = [], stages, outcome } = readReconciliation(out);
      expect(new Set([...targets, ...traced]).size).toBe(outcome.entered);
      expect([targets.length, traced.length]).toEqual([outcome.delivered, outcome.dropped]);
      // Without an active solution there is nothing to add up.
      if (by.length > 0) expect(addUp(by.flatMap((group) => group.stages))).toEqual(addUp(stages));
      else expect(outcome.entered).toBe(0);
      for (const { solution_id, name, ...figures } of readCsv(out, 'solution_summary.csv')) {
        const { entered, targets: delivered, traced: dropped, unexplained, ...stagesOf } = figures;
        const isOwn = (lead: string) => lead.startsWith(`${JSON.stringify([solution_id]).slice(0, -1)},`);
        expect(Number(delivered), name).toBe(targets.filter(isOwn).length);
        expect(Number(dropped), name).toBe(traced.filter(isOwn).length);
        expect(Number(entered), name).toBe(Number(delivered) + Number(dropped) + Number(unexplained));
        const sum = Object.values(stagesOf).reduce((total, count) => total + Number(count), 0);
        expect(sum, name).toBe(Number(dropped));
      }
    }),
    RUNS,
  );
});

test('the order of clients, solutions, blocks and contacts decides nothing where no two are equal', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const random = new Random(seed);
      const world = withoutTies(makeEagerWorld(random, { ...makePlan(random), faults: 0 }));
      const first = await runOver(plainFiles(world));
      const second = await runOver(plainFiles(shuffled(random, world)));
      for (const name of OUTPUTS) {
        expect(readText(second.out, name), name).toBe(readText(first.out, name));
      }
    }),
    RUNS,
  );
});

test('a second run writes the same bytes, also in a workspace that has seen a trial run', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, async (seed) => {
      const files = generateCampaign(new Random(seed));
      const first = await runOver(files);
      const workspace = join(tempFolder(), 'w.muster');
      const trial = await runOver(files, '--workspace', workspace);
      const again = await runOver(files, '--workspace', workspace);
      const bytes = readOut(first.out);
      expect(bytes?.size).toBe(12);
      expect(readOut(trial.out)).toEqual(bytes);
      expect(readOut(again.out)).toEqual(bytes);
    }),
    { numRuns: 4 },
  );
});

const OUTPUTS = ['campaign_targets.csv', 'traceability.csv', 'solution_summary.csv', 'reconciliation.json'];

async function runOver(
  files: Readonly<Record<string, Content>>,
  ...more: readonly string[]
): Promise<{ readonly out: string }> {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  writeFiles(input, files);
  const args = ['run', 'campaign-targets', '--in', input, '--out', out, '--as-of', CAMPAIGN_DAY];
  const { exit, stderr } = await runMuster([...args, ...more]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return { out };
}

function readText(out: string, name: string): string | undefined {
  return readOut(out)?.get(name)?.toString('utf8');
}

function leadOf({ solution_id, client_id }: Readonly<Record<string, string>>): string {
  return JSON.stringify([solution_id, client_id]);
}

/** The figures of stages and reasons, summed by their names. */
function addUp(stages: readonly StageFigures[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const add = (name: string, figures: object) => {
    for (const [figure, count] of Object.entries(figures)) {
      if (typeof count === 'number') sums[`${name} ${figure}`] = (sums[`${name} ${figure}`] ?? 0) + count;
    }
  };
  for (const { stage, reasons, ...figures } of stages) {
    add(stage, figures);
    for (const reason of reasons) add(`${stage} ${reason.reason}`, reason);
  }
  return sums;
}

/** Snapshots of different instants, and one reason for blocks of one end: the rows then say all. */
function withoutTies(world: World): World {
  return {
    ...world,
    clients: (world.clients ?? []).map((row, at) => ({
      ...row,
      updated_at: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString(),
    })),
    blocks: (world.blocks ?? []).map((row) => ({
      ...row,
      block_reason: `until ${row.block_end?.slice(0, 10)}`,
    })),
  };
}

function shuffled(random: Random, world: World): World {
  const unordered = ['clients', 'solutions', 'blocks', 'contact_history'];
  const shuffle = (source: string, rows: readonly TextRow[]) =>
    unordered.includes(source) ? random.shuffle(rows) : rows;
  return Object.fromEntries(Object.entries(world).map(([source, rows]) => [source, shuffle(source, rows)]));
}
