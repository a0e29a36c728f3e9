import { type Character, character, type SourceName } from './character.ts';

const LOW = [['12.5', '2026-11-19T04:00:00Z']] as const;

/** Users with a story each: one rule or border case apiece, so that a person can look one up. */
export const CAST: readonly Character[] = [
  character('501', 'marketing', 'Scored 70, exactly the high threshold of the region', {
    scores: [['70', '2026-11-19']],
  }),
  character('502', 'medium_engagement', 'Scored 69.9999, which is shown as 70.00 and is not high', {
    scores: [['69.9999', '2026-11-19']],
  }),
  character('503', 'medium_engagement', 'Scored 40, exactly the low threshold: not below it', {
    scores: [['40.0000', '2026-11-19']],
  }),
  character('504', 'customer success', 'Scored 39.9999, which is shown as 40.00 and is low', {
    scores: [['39.9999', '2026-11-19']],
  }),
  character('505', 'customer success', 'Called 15 days ago, which is outside of the gap of 14', {
    scores: LOW,
    actions: ['2026-11-05'],
  }),
  character('506', 'recent_outreach', 'Called 14 days ago, which is within the gap', {
    scores: LOW,
    actions: ['2026-11-06'],
  }),
  character('507', 'customer success', 'To be called tomorrow, which has not happened yet', {
    scores: LOW,
    actions: ['2026-11-21'],
  }),
  character('508', 'marketing', 'Called today: who is highly engaged may be called all the same', {
    actions: ['2026-11-20'],
  }),
  character('509', 'inactive', 'Two profiles of one instant: the later line says inactive', {
    profiles: [{}, { active: 'no' }],
  }),
  character('510', 'marketing', 'The profile of 10:00+02:00 says inactive, but the one of 09:00Z is later', {
    profiles: [{}, { active: 'false', at: '2026-11-18T10:00:00+02:00' }],
  }),
  character('511', 'marketing', 'Inactive from tomorrow on, by a profile that is not looked at yet', {
    profiles: [{}, { active: '0', at: '2026-11-21T00:00:00Z' }],
  }),
  character('512', 'unscored', 'The only score, 101, is rejected', { scores: [['101', '2026-11-19']] }),
  character('513', 'unscored', 'The only score is of tomorrow', { scores: [['88', '2026-11-21T00:00:00Z']] }),
  character('514', 'marketing', 'Two scores of one instant: the later line says 90', {
    scores: [
      ['15', '2026-11-19T04:00:00Z'],
      ['90', '2026-11-19T06:00:00+02:00'],
    ],
  }),
  character('515', 'no_threshold', 'The thresholds of the Netherlands begin in January', {
    profiles: [{ region: 'NL' }],
  }),
  character('516', 'no_threshold', 'The only thresholds of Denmark are upside down, and rejected', {
    profiles: [{ region: 'DK' }],
  }),
  character('517', 'customer success', 'Scored 47: low since the thresholds of the east were raised today', {
    profiles: [{ region: '40' }],
    scores: [['47', '2026-11-19']],
  }),
  character('518', 'no_contact_address', 'The address has no dot after the @', {
    profiles: [{ email: 'cast.518@example' }],
  }),
  character('519', 'no_contact_address', 'The address is three blanks', { profiles: [{ email: '   ' }] }),
  character('520', 'inactive', 'Kept out by three rules; the first one has it', {
    profiles: [{ active: 'n', email: '', at: '2026-11-20T23:59:59Z' }],
    scores: [],
    actions: ['2026-11-20'],
  }),
  character('521', 'marketing', 'Written in capitals, delivered in small letters', {
    profiles: [{ email: 'CAST.521@EXAMPLE.COM' }],
  }),
  character('522', 'marketing', 'The region has thresholds but no metadata, and so no name', {
    profiles: [{ region: 'LU' }],
  }),
  character('523', 'marketing', 'Purchases of 10.005 within the window, 99 a minute before it: 10.01', {
    activities: [
      ['purchase', '2026-10-21T00:00:00Z', '10.005'],
      ['purchase', '2026-10-20T23:59:00Z', '99.00'],
      ['purchase', '2026-11-20 23:59:59', ''],
    ],
  }),
  character('7', 'marketing', 'Not 007 and not C-7'),
  character('007', 'customer success', 'Not 7: this one is of low engagement', { scores: LOW }),
  character('C-7', 'unscored', 'The score came in under c-7', {
    scores: [['91', '2026-11-19T04:00:00Z', 'c-7']],
  }),
  character('00524', 'unscored', 'The score came in under 524, without the zeros', {
    scores: [['91', '2026-11-19T04:00:00Z', '524']],
  }),
  character(
    '9007199254740992',
    'marketing',
    'The next id is the same number to a program that calculates in floats',
  ),
  character('9007199254740993', 'inactive', 'Not 9007199254740992: this one is inactive', {
    profiles: [{ active: 'f' }],
  }),
  character('12345678901234567890', 'customer success', 'Twenty digits stay twenty digits', { scores: LOW }),
];

/** The lines that a character has in a file. */
export function linesOf({ lines }: Character, source: SourceName): readonly (readonly string[])[] {
  return lines[source] ?? [];
}
