import { expect, test } from 'vitest';
import type { LastRunState } from '../../../electron/contract/workspaces.ts';
import { publishWarnings } from './publish-warnings.ts';

const LAST: LastRunState = {
  kind: 'current',
  run: 3,
  asOf: '2026-11-20',
  entered: 9,
  delivered: 4,
  balanced: true,
  cautions: [],
  differences: [],
  missing: [],
  blockers: [],
};

test('who publishes a run is told that it is not the last, or that it is out of date', () => {
  expect(publishWarnings({ run: 3 }, LAST)).toEqual([]);
  expect(publishWarnings({ run: 2 }, LAST)).toEqual(['It is not the last run: that is run 3.']);
  const outdated: LastRunState = {
    ...LAST,
    kind: 'outdated',
    differences: ['1 correction since.', 'b.csv of people was added.'],
  };
  expect(publishWarnings({ run: 3 }, outdated)).toEqual([
    'It is out of date: 1 correction since. b.csv of people was added.',
  ]);
  expect(publishWarnings({ run: 2 }, outdated)).toEqual(['It is not the last run: that is run 3.']);
});
