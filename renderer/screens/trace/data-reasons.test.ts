import { expect, test } from 'vitest';
import type { RuleTrace, Trace } from '../../../electron/contract/trace.ts';
import { withDataReasons } from './data-reasons.ts';
import { outcomeWords } from './story-words.ts';

const rule = (name: string, reason: string | null): RuleTrace => {
  const excludes = reason !== null;
  return { rule: name, stage: name, title: `Rule ${name}`, excludes, reason, detail: 'E1', lookedAt: [] };
};
const STORY: Trace = {
  recipe: 'campaigns',
  entity: 'lead',
  asOf: '2026-11-20',
  key: [
    { name: 'solution_id', value: 'S1' },
    { name: 'client_id', value: '42' },
  ],
  sources: [],
  entered: true,
  rules: [rule('configured', 'Wrong country'), rule('offer', 'no_offer'), rule('other', null)],
  outcome: { kind: 'dropped', stage: 'configured', reason: 'Wrong country', detail: 'E1', also: ['offer'] },
  smallestChange: [
    { rule: 'configured', title: 'Rule configured', lookedAt: [] },
    { rule: 'offer', title: 'Rule offer', lookedAt: [] },
  ],
};

test('a rule whose reasons stand in the data is told with the one that it gave, and no other is', () => {
  const told = withDataReasons(STORY, [
    { rule: 'configured', reasons: [] },
    { rule: 'offer', reasons: ['no_offer'] },
    { rule: 'other', reasons: [] },
  ]);
  expect(told.rules.map(({ title }) => title)).toEqual([
    'Rule configured: Wrong country',
    'Rule offer',
    'Rule other',
  ]);
  expect(told.smallestChange.map(({ title }) => title)).toEqual([
    'Rule configured: Wrong country',
    'Rule offer',
  ]);
  expect(outcomeWords(told)).toEqual({
    sentence: 'Kept out by “Rule configured: Wrong country” (E1).',
    more: '“Rule offer” would keep them out as well.',
  });
});
