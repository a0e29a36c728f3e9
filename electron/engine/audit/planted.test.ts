import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FINDING_KINDS } from '../../contract/audits.ts';
import { type AuditUnderTest, anAudit } from './testing/an-audit.ts';
import { type Plan, type Planted, plantedPipeline } from './testing/planted.ts';

const SOME_PLACE = {
  seed: fc.integer(),
  each: fc.integer({ min: 2, max: 6 }),
  stage: fc.integer({ min: 1, max: 3 }),
};

/** What was found, with the keys that the findings' file names. */
function foundBy({ report, lines }: AuditUnderTest): readonly Planted[] {
  return report.findings
    .map(({ kind, stage, columns }) => {
      const own = lines.filter((line) => line.startsWith(`${kind},${stage},`));
      const keys = own.map((line) => line.split(',').slice(2, 4).join(',')).sort();
      return { kind, stage, keys, columns };
    })
    .sort((one, other) => (one.kind < other.kind ? -1 : 1));
}

async function expectPlanted(plan: Plan): Promise<void> {
  const { texts, planted } = plantedPipeline(plan);
  const audit = await anAudit(texts);
  expect(foundBy(audit)).toEqual(planted);
  for (const { kind, keys } of audit.report.findings) {
    expect(keys, kind).toBe(planted.find((each) => each.kind === kind)?.keys.length);
  }
}

test('a pipeline without a defect gives no finding and is balanced, whatever the order of its rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ ...SOME_PLACE, kinds: fc.constant([]) }), async (plan) => {
      const { report, lines } = await anAudit(plantedPipeline(plan).texts);
      expect(report.findings).toEqual([]);
      expect(lines).toEqual([]);
      expect(report.outcome).toMatchObject({ entered: 45, targets: 36, traced: 9, balanced: true });
    }),
    { numRuns: 25 },
  );
});

test.each(FINDING_KINDS)(
  '%s is found alone, with its keys and columns, wherever it is planted',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.record({ ...SOME_PLACE, kinds: fc.constant([kind]) }), expectPlanted),
      { numRuns: 8 },
    );
  },
);

test('any defects together are each found with their own keys and columns', async () => {
  const kinds = fc.subarray([...FINDING_KINDS], { minLength: 2 });
  await fc.assert(fc.asyncProperty(fc.record({ ...SOME_PLACE, kinds }), expectPlanted), { numRuns: 40 });
});
