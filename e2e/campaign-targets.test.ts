import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePlan } from './campaign-generator/plan.ts';
import { generateCampaign, makeEagerWorld, plainFiles } from './campaign-generator/world.ts';
import type { Contact } from './campaign-oracle/buffer.ts';
import { type ExpectedCampaign, expectCampaign } from './campaign-oracle/oracle.ts';
import { Random } from './generator/random.ts';
import { dayBefore } from './generator/time-cells.ts';
import { expectFiles, expectSaid } from './support/expect-written.ts';
import { readReconciliation } from './support/read-out.ts';
import { runMuster } from './support/run-muster.ts';
import { seeds } from './support/seeds.ts';
import { CAMPAIGN_DAY } from './support/small-campaign.ts';
import { tempFolder } from './support/temp-folder.ts';
import { writeFiles } from './support/write-files.ts';

test.each(seeds(30))('what Muster writes is what the campaign oracle says (seed %i)', async (seed) => {
  const folder = tempFolder();
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  writeFiles(input, generateCampaign(new Random(seed)));
  await run(input, out, CAMPAIGN_DAY);
  expectWritten(out, expectCampaign(input, CAMPAIGN_DAY));
});

test.each(seeds(4))('published runs are contacts of later runs, others are not (seed %i)', async (seed) => {
  const folder = tempFolder();
  const random = new Random(seed);
  const at = (name: string) => join(folder, name);
  const workspace = ['--workspace', at('w.muster')];
  writeFiles(at('in'), plainFiles(makeEagerWorld(random, { ...makePlan(random), faults: 0 })));
  await run(at('in'), at('trial'), CAMPAIGN_DAY, ...workspace);
  const published: Contact[] = [];
  for (const day of [0, -random.pick([0, 1]), -random.pick([1, 2, 7, 8])].map(dayBefore)) {
    const expected = expectCampaign(at('in'), day, published);
    await run(at('in'), at('out'), day, ...workspace, '--publish');
    expectWritten(at('out'), expected);
    published.push(...expected.contacts);
  }
  // What is published for later days is no contact yet.
  await run(at('in'), at('earlier'), CAMPAIGN_DAY, ...workspace);
  expectWritten(at('earlier'), expectCampaign(at('in'), CAMPAIGN_DAY, published));
});

async function run(input: string, out: string, day: string, ...more: readonly string[]): Promise<void> {
  const args = ['run', 'campaign-targets', '--in', input, '--out', out, '--as-of', day];
  const { exit, stderr } = await runMuster([...args, ...more]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
}

function expectWritten(out: string, expected: ExpectedCampaign): void {
  expectFiles(out, expected.files);
  const { warnings = [], tables, derived, controls, ...reconciliation } = readReconciliation(out);
  expect(reconciliation).toEqual(expected.reconciliation);
  expect(controls.filter(({ ok }) => !ok)).toEqual([]);
  expectWarnings(warnings, expected);
}

/** The wording is free: what is looked for is the name of the file, or how many records belong to nothing. */
function expectWarnings(warnings: readonly string[], { warnedOf, orphans }: ExpectedCampaign): void {
  expectSaid(warnings, warnedOf);
  const offers = warnings.filter((warning) => /\boffers? belongs? to no\b/.test(warning));
  const blocks = warnings.filter((warning) => /\bblocks? .*\bclients?\b/.test(warning));
  expectCount(offers, orphans.offers);
  expectCount(blocks, orphans.blocks);
}

function expectCount(warnings: readonly string[], count: number): void {
  expect(warnings.length, warnings.join('\n')).toBe(count === 0 ? 0 : 1);
  if (count > 1) expect(warnings[0]).toContain(String(count));
}
