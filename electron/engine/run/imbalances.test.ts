import { expect, test } from 'vitest';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import { imbalancesOf } from './imbalances.ts';

const SOUND: Reconciliation = {
  recipe: 'test-people',
  as_of: '2026-11-20',
  params: {},
  sources: [{ source: 'people', files: ['people.csv'], read: 1200, accepted: 1150, rejected: 50, codes: {} }],
  tables: [{ table: 'person', from: 'people', in: 1150, out: 1000, superseded: 150 }],
  stages: [
    { stage: 'population', in: 1000, dropped: 0, out: 1000, reasons: [] },
    { stage: 'low', in: 1000, dropped: 400, out: 600, reasons: [] },
  ],
  controls: [{ control: 'spend', left: '12.34', right: '12.34', ok: true }],
  outcome: {
    entered: 1000,
    delivered: 600,
    dropped: 400,
    missing: 0,
    duplicated: 0,
    contradictory: 0,
    unexplained: 0,
  },
  balanced: true,
};

test('figures that add up leave nothing to say', () => {
  expect(imbalancesOf(SOUND)).toEqual([]);
});

test('each sum that does not hold is named, and by how much', () => {
  const [people] = SOUND.sources;
  const [person] = SOUND.tables;
  const [population, low] = SOUND.stages;
  if (!people || !person || !population || !low) throw new Error('The sound figures have one of each.');
  const broken: Reconciliation = {
    ...SOUND,
    sources: [{ ...people, rejected: 49 }],
    tables: [{ ...person, superseded: 152 }],
    stages: [population, { ...low, in: 998, out: 599 }],
    controls: [{ control: 'spend', left: '12.34', right: '-0.0001', ok: false }],
    outcome: { ...SOUND.outcome, delivered: 599, missing: 1, duplicated: 2 },
  };
  expect(imbalancesOf(broken)).toEqual([
    'Of 1,200 records read of people, 1,150 are accepted and 49 rejected: 1 too few.',
    'Of 1,150 records of people, the table person keeps 1,000 and 152 are superseded: 2 too many.',
    '1,000 come out of the stage population and 998 go into low: 2 too few.',
    'Of 998 that go into the stage low, 400 are dropped and 599 come out: 1 too many.',
    'The control spend has 12.34 on one side and -0.0001 on the other: 12.3401 apart.',
    'Of 1,000 that entered, 599 are delivered and 400 dropped: 1 too few.',
    '1 is neither delivered nor dropped.',
    '2 are delivered more than once.',
  ]);
});

test('what is both delivered and dropped, or of nobody, is named even where the sums agree', () => {
  const outcome = { ...SOUND.outcome, contradictory: 1, unexplained: 3 };
  expect(imbalancesOf({ ...SOUND, outcome })).toEqual([
    '1 is delivered though a rule dropped it.',
    '3 are delivered or dropped without having entered.',
  ]);
});
