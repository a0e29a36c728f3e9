import { type Character, character } from './character.ts';

/** Border cases of snapshots, and ids that a careless program mistakes for each other. */
export const CAST_CLIENTS: readonly Character[] = [
  character(
    'W-4',
    '561',
    'target',
    'The snapshot of 10:00+02:00 says closed, but the one of 09:00Z is later',
    {
      snapshots: [{ at: '2026-10-01T09:00:00Z' }, { at: '2026-10-01T10:00:00+02:00', status: 'closed' }],
    },
  ),
  character('W-4', '562', 'Account closed', 'Two snapshots of one instant: the later line says closed', {
    snapshots: [{ at: '2026-10-01' }, { at: '2026-10-01T00:00:00Z', status: 'closed' }],
  }),
  character(
    'W-4',
    '563',
    'target',
    'The latest snapshot is rejected (its balance is 1.234,50): the one before stays',
    {
      snapshots: [{ at: '2026-09-01' }, { at: '2026-10-01', balance: '1.234,50', status: 'closed' }],
    },
  ),
  character('W-4', '564', 'target', 'Was of the segment gold; the latest snapshot says standard', {
    snapshots: [{ at: '2026-09-01', segment: 'gold' }, { at: '2026-10-01' }],
  }),
  character('W-4', '7', 'target', 'Not 007 and not C-7'),
  character('W-4', '007', 'blocked', 'Not 7: this one is blocked', {
    blocks: [['*', 'complaint', '2026-10-01', '']],
  }),
  character('W-4', 'C-7', 'target', 'The block came in under c-7', {
    blocks: [['*', 'complaint', '2026-10-01', '', 'c-7']],
  }),
  character(
    'W-4',
    '9007199254740992',
    'target',
    'The next id is the same number to a program that calculates in floats',
  ),
  character('W-4', '9007199254740993', 'Account closed', 'Not 9007199254740992: this one is closed', {
    snapshots: [{ status: 'closed' }],
  }),
];
