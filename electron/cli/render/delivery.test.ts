import { expect, test } from 'vitest';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import type { Output, Recipe } from '../../engine/recipe/recipe.ts';
import { aPeopleRecipe, DELIVERY } from '../../engine/testing/a-people-recipe.ts';
import { renderDelivery } from './delivery.ts';

const FIGURES: Reconciliation = {
  recipe: 'test-people',
  as_of: '2026-11-20',
  params: {},
  sources: [],
  tables: [],
  stages: [],
  controls: [],
  outcome: {
    entered: 0,
    delivered: 0,
    dropped: 0,
    missing: 0,
    duplicated: 0,
    contradictory: 0,
    unexplained: 0,
  },
  balanced: true,
};

/** A recipe whose one output is, in this order, these teams' files. */
function forTeams(...files: readonly Partial<Output>[]): Recipe {
  const recipe = aPeopleRecipe({ outputs: [DELIVERY] });
  return {
    ...recipe,
    outputs: files.flatMap((file) => recipe.outputs.map((output) => ({ ...output, ...file }))),
  };
}

const RECIPE = forTeams(
  { file: 'high.csv', team: 'marketing' },
  { file: 'all.csv' },
  { file: 'low.csv', team: 'customer_success', also: ['parquet'] },
  { file: 'late.csv', team: 'marketing' },
);

test('a line a team says which files it got and where', () => {
  expect(renderDelivery(RECIPE, FIGURES, 's3://teams/daily')).toEqual([
    'Delivered to s3://teams/daily:',
    '  marketing         marketing/snapshot_date=2026-11-20: high.csv, late.csv',
    '  customer_success  customer_success/snapshot_date=2026-11-20: low.csv, low.parquet',
  ]);
});

test('where nothing was delivered, nothing is said', () => {
  expect(renderDelivery(RECIPE, FIGURES, undefined)).toEqual([]);
  expect(renderDelivery(RECIPE, { ...FIGURES, balanced: false }, 'teams')).toEqual([]);
});
