import { expect, test } from 'vitest';
import type { GroupFigures } from '../../../electron/contract/reconciliation.ts';
import { groupsOf, groupWord } from './groups.ts';

const OUTCOME = {
  entered: 2,
  delivered: 1,
  dropped: 1,
  missing: 0,
  duplicated: 0,
  contradictory: 0,
  unexplained: 0,
};

test('a group is named by its values, in the order of the columns', () => {
  const by: readonly GroupFigures[] = [
    { country: 'DE', solution_id: '007', stages: [], outcome: OUTCOME },
    { country: 'D, E', solution_id: '7', stages: [], outcome: OUTCOME },
  ];
  expect(groupsOf(by, { '["DE","007"]': 'Germany' })).toEqual([
    {
      id: '["DE","007"]',
      name: 'DE, 007',
      title: 'Germany',
      values: { country: 'DE', solution_id: '007' },
      stages: [],
      outcome: OUTCOME,
    },
    {
      id: '["D, E","7"]',
      name: 'D, E, 7',
      title: '',
      values: { country: 'D, E', solution_id: '7' },
      stages: [],
      outcome: OUTCOME,
    },
  ]);
});

test('groups are called by what their columns name', () => {
  expect(groupWord(['solution_id'])).toBe('solution');
  expect(groupWord(['country', 'sales_channel_code'])).toBe('country and sales channel');
  expect(groupWord(['id_card'])).toBe('id card');
});
