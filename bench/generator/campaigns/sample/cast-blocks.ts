import { type Character, character } from './character.ts';

/** Border cases of blocks, of the catalogue that goes to everybody it targets. */
export const CAST_BLOCKS: readonly Character[] = [
  character('W-4', '501', 'target', 'Two blocks, both over', {
    blocks: [
      ['W-4', 'complaint', '2026-01-01', '2026-06-30'],
      ['*', 'legal hold', '2026-03-01', '2026-09-30'],
    ],
  }),
  character('W-4', '502', 'blocked', 'Blocked until the as-of date, which is included', {
    blocks: [['W-4', 'complaint', '2026-01-01', '2026-11-20']],
  }),
  character('W-4', '503', 'target', 'Blocked until the day before', {
    blocks: [['W-4', 'complaint', '2026-01-01', '2026-11-19']],
  }),
  character('W-4', '504', 'blocked', 'Blocked from the as-of date, without an end', {
    blocks: [['*', 'legal hold', '2026-11-20', '']],
  }),
  character('W-4', '505', 'target', 'Blocked from the next day', {
    blocks: [['*', 'legal hold', '2026-11-21', '']],
  }),
  character('W-4', '506', 'blocked', 'Two blocks: the one that ends later gives the detail, "moved away"', {
    blocks: [
      ['*', 'complaint', '2026-10-01', '2026-12-01'],
      ['W-4', 'moved away', '2026-08-01', '2027-03-01'],
    ],
  }),
  character(
    'W-4',
    '507',
    'blocked',
    'One block with an end and one without: the detail is "complaint", open',
    {
      blocks: [
        ['W-4', 'moved away', '2026-08-01', '2099-12-31'],
        ['*', 'complaint', '2026-10-01', ''],
      ],
    },
  ),
  character('W-4', '508', 'blocked', 'Two blocks end on one day: the first in the file gives "legal hold"', {
    blocks: [
      ['*', 'legal hold', '2026-10-01', '2026-12-24'],
      ['W-4', 'complaint', '2026-11-01', '2026-12-24'],
    ],
  }),
  character('W-4', '509', 'target', 'Blocked for another solution only', {
    blocks: [['102', 'complaint', '2026-10-01', '']],
  }),
  character('W-4', '00510', 'target', 'The block stands under 510, without the zeros', {
    blocks: [['*', 'complaint', '2026-10-01', '', '510']],
  }),
];
