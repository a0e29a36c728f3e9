import { expect, test } from 'vitest';
import { inPipelineOrder, stageName } from './stage-order.ts';

test('extracts stand by their leading numbers, then by words that begin or end a pipeline, then by name', () => {
  const ordered = (...names: readonly string[]) =>
    inPipelineOrder(names.map((name) => ({ name }))).map(({ name }) => name);
  expect(ordered('10_z.csv', '2_b.csv', '01_c.csv')).toEqual(['01_c.csv', '2_b.csv', '10_z.csv']);
  expect(ordered('stage3.csv', 'stage12.csv', 'stage1.csv')).toEqual([
    'stage1.csv',
    'stage3.csv',
    'stage12.csv',
  ]);
  expect(ordered('targets.csv', 'offers.csv', 'exclusions.csv', 'initial_selection.csv')).toEqual([
    'initial_selection.csv',
    'exclusions.csv',
    'offers.csv',
    'targets.csv',
  ]);
  expect(ordered('x.csv', '3_final.csv', '1_a.csv')).toEqual(['1_a.csv', '3_final.csv', 'x.csv']);
});

test.each([
  ['01_initial selection.csv', 'initial selection'],
  ['2-offers.CSV.gz', 'offers'],
  ['targets', 'targets'],
  ['2026.csv', '2026'],
  ['.csv', '.csv'],
])('%s is the extract of the stage %s', (file, stage) => {
  expect(stageName(file)).toBe(stage);
});
