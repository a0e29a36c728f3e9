import { expect, test } from 'vitest';
import { type AuditFinding, type AuditStage, FINDING_KINDS } from '../../../electron/contract/audits.ts';
import { byGravity, KINDS_BY_GRAVITY } from './finding-words.ts';
import { flowScale, partsOf } from './flow-parts.ts';
import { outcomeSentences } from './outcome-sentences.ts';

const FIRST: AuditStage = {
  ...{ stage: 'first', rows: 12, keys: 10, continuing: 0, filtered: 0, unreported: 0, missing: 0 },
  ...{ appeared: 0, duplicated_keys: 2, extra_rows: 2 },
};
const SECOND: AuditStage = {
  ...{ stage: 'second', rows: 19, keys: 7, continuing: 6, filtered: 2, unreported: 1, missing: 1 },
  ...{ appeared: 1, duplicated_keys: 3, extra_rows: 12 },
};

test('the parts of a bar are the keys before and what is new, and of the first extract all keys are kept', () => {
  const counts = (stage: AuditStage, isFirst: boolean) => partsOf(stage, isFirst).map(({ count }) => count);
  expect(counts(FIRST, true)).toEqual([10, 0, 0, 0, 0, 2]);
  expect(counts(SECOND, false)).toEqual([6, 2, 1, 1, 1, 12]);
  expect(flowScale([FIRST, SECOND])).toBe(23);
  expect(flowScale([])).toBe(1);
});

test('findings stand by gravity, each with its place in the report', () => {
  const finding = (kind: AuditFinding['kind'], stage: string): AuditFinding => ({
    ...{ kind, stage, keys: 1, rows: 1, columns: [], text: '' },
  });
  const sorted = byGravity([
    finding('double_reason', 'a'),
    finding('silent_drop', 'b'),
    finding('fan_out', 'c'),
    finding('silent_drop', 'd'),
  ]);
  expect(sorted.map(({ place }) => place)).toEqual([1, 3, 2, 0]);
  expect([...KINDS_BY_GRAVITY].sort()).toEqual([...FINDING_KINDS].sort());
});

test('the outcome says what is wrong, and nothing where all is well', () => {
  const outcome = { entered: 10, targets: 6, traced: 4, unreported: 0, missing: 0, contradictory: 0 };
  expect(outcomeSentences({ ...outcome, balanced: true })).toEqual([
    '10 keys entered = 6 targets + 4 filtered with a reason. No key is lost or told twice.',
  ]);
  expect(
    outcomeSentences({ ...outcome, traced: 1, missing: 1, unreported: 2, contradictory: 3, balanced: false }),
  ).toEqual([
    '10 keys entered: 6 in the last extract, 1 in the trace files.',
    '1 key is neither in the last extract nor in any trace file.',
    '2 keys are known only to another trace file, not to the main ones.',
    '3 keys are in the last extract and in a trace file, too.',
  ]);
  expect(outcomeSentences({ ...outcome, traced: 5, balanced: false })).toContain(
    'These two do not add up to the keys that entered.',
  );
});
