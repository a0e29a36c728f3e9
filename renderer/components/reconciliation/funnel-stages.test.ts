import { expect, test } from 'vitest';
import type { StageFigures } from '../../../electron/contract/reconciliation.ts';
import type { RuleInfo } from '../../../electron/contract/workspaces.ts';
import { funnelStages } from './funnel-stages.ts';

const rule = (name: string, stage: string, title: string, reasons: readonly string[]): RuleInfo => {
  return { rule: name, stage, title, description: '', reasons, scope: 'everybody' };
};
const RECIPE = {
  stages: [{ stage: 'first_look', title: 'First look', description: 'Whoever is of age.' }],
  rules: [
    rule('wanted', 'wanted', 'Not wanted', []),
    rule('phone', 'address', 'No phone', ['no_phone']),
    rule('post', 'address', 'No post', ['no_street', 'no_town']),
  ],
};
const stage = (name: string, came: number, dropped: number, ...reasons: readonly string[]): StageFigures => ({
  stage: name,
  in: came,
  dropped,
  out: came - dropped,
  reasons: reasons.map((reason) => ({ reason, dropped: 0, any: 0, only: 0 })),
});

test('stages and reasons have the words of the recipe, and reasons from data are shown as they stand there', () => {
  const stages = funnelStages(RECIPE, {
    stages: [
      stage('first_look', 10, 0),
      stage('wanted', 10, 4, 'wrong_country', 'Too YOUNG'),
      stage('all_ready', 6, 0),
      stage('address', 6, 1, 'no_phone', 'no_street', 'gone_since'),
    ],
  });
  expect(
    stages.map(({ title, dropsNobody, reasons }) => [title, dropsNobody, reasons.map((each) => each.title)]),
  ).toEqual([
    ['First look', true, []],
    ['Not wanted', false, ['wrong_country', 'Too YOUNG']],
    ['All ready', true, []],
    ['Address', false, ['No phone', 'No street', 'Gone since']],
  ]);
  expect(stages.map(({ isEntry }) => isEntry)).toEqual([true, false, false, false]);
  expect(stages.map(({ inShare, outShare }) => [inShare, outShare])).toEqual([
    [1, 1],
    [1, 0.6],
    [0.6, 0.6],
    [0.6, 0.5],
  ]);
});
