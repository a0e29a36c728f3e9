import { expect, test } from 'vitest';
import type { GroupFigures, StageFigures } from '../../../electron/contract/reconciliation.ts';
import type { RecipeInfo } from '../../../electron/contract/workspaces.ts';
import { chosenPair } from './chosen-pair.ts';
import { mergeGroups } from './merge-groups.ts';
import { mergeStages } from './merge-stages.ts';

const RUNS = [{ run: 9 }, { run: 5 }, { run: 2 }];

test('the last two runs are compared where the address does not name two others', () => {
  expect(chosenPair(RUNS, {})).toEqual({ from: 5, to: 9 });
  expect(chosenPair(RUNS, { from: '2', to: '5' })).toEqual({ from: 2, to: 5 });
  expect(chosenPair(RUNS, { from: '9', to: '2' })).toEqual({ from: 9, to: 2 });
  expect(chosenPair(RUNS, { from: '9', to: '9' })).toEqual({ from: 5, to: 9 });
  expect(chosenPair(RUNS, { from: '1', to: '9' })).toEqual({ from: 5, to: 9 });
  expect(chosenPair(RUNS.slice(0, 1), {})).toBeNull();
});

const RECIPE: RecipeInfo = {
  id: 'people',
  title: 'People',
  description: '',
  version: '1',
  entity: 'person',
  key: ['id'],
  params: [],
  sources: [],
  tables: [],
  derived: [],
  merged: [],
  stages: [],
  by: [],
  publishes: false,
  history: [],
  advises: false,
  audits: false,
  rules: [
    { rule: 'new', stage: 'new', title: 'A new rule', description: '', reasons: ['new'], scope: 'everybody' },
  ],
  outputs: [],
  lookups: [],
};

test('a stage that only one of two runs has stands where it stood, and is absent in the other', () => {
  const stage = (name: string, dropped: number): StageFigures => ({
    stage: name,
    in: 10,
    dropped,
    out: 10 - dropped,
    reasons: [],
  });
  const stages = mergeStages(
    RECIPE,
    { stages: [stage('population', 0), stage('old_one', 2), stage('both', 1)] },
    { stages: [stage('population', 0), stage('new', 4), stage('both', 3)] },
  );
  expect(stages.map(({ title, before, now }) => [title, before?.dropped, now?.dropped])).toEqual([
    ['Population', 0, 0],
    ['Old one', 2, undefined],
    ['A new rule', undefined, 4],
    ['Both', 1, 3],
  ]);
});

const group = (column: string, value: string, delivered: number): GroupFigures => {
  const proof = { missing: 0, duplicated: 0, contradictory: 0, unexplained: 0 };
  return {
    [column]: value,
    stages: [],
    outcome: { entered: 9, delivered, dropped: 9 - delivered, ...proof },
  };
};

/** A run of which only the groups are asked. */
const grouped = (reconciliation: { by?: GroupFigures[] }, groupTitles: Record<string, string> = {}) => ({
  reconciliation,
  groupTitles,
});

test('groups of two runs stand side by side; one that a run does not have delivered nobody there', () => {
  const before = { by: [group('solution_id', 'old', 3), group('solution_id', 'both', 5)] };
  const now = { by: [group('solution_id', 'new', 2), group('solution_id', 'both', 1)] };
  expect(
    mergeGroups(grouped(before, { '["old"]': 'Autumn' }), grouped(now))?.map(
      ({ name, title, before: one, now: other, change }) => [
        name,
        title,
        one?.outcome.delivered,
        other?.outcome.delivered,
        change,
      ],
    ),
  ).toEqual([
    ['new', '', undefined, 2, 2],
    ['both', '', 5, 1, -4],
    ['old', 'Autumn', 3, undefined, -3],
  ]);
});

test('runs that are grouped by other columns, or by none, are not laid side by side by group', () => {
  expect(
    mergeGroups(grouped({ by: [group('country', '7', 1)] }), grouped({ by: [group('solution_id', '7', 1)] })),
  ).toBeNull();
  expect(mergeGroups(grouped({}), grouped({ by: [group('solution_id', '7', 1)] }))).toBeNull();
});
