import { expect, test } from 'vitest';
import { formatInstant } from '../../format/times.ts';
import { withDistinctNames } from './distinct-names.ts';

const OUTCOME = {
  entered: 0,
  targets: 0,
  traced: 0,
  unreported: 0,
  missing: 0,
  contradictory: 0,
  balanced: true,
};

test('audits of one name are told apart by when they were made, else by their number', () => {
  const audits = [
    { audit: 1, name: 'March', madeAt: '2026-11-20T08:00:00Z' },
    { audit: 2, name: 'April', madeAt: '2026-11-20T08:00:00Z' },
    { audit: 3, name: 'March', madeAt: '2026-11-21T08:00:10Z' },
    { audit: 4, name: 'March', madeAt: '2026-11-21T08:00:20Z' },
  ].map((each) => ({ ...each, stages: [], outcome: OUTCOME, findings: 0 }));
  const later = formatInstant('2026-11-21T08:00:10Z');
  expect(withDistinctNames(audits).map(({ name }) => name)).toEqual([
    `March (${formatInstant('2026-11-20T08:00:00Z')})`,
    'April',
    `March (${later}) (no. 3)`,
    `March (${later}) (no. 4)`,
  ]);
});
