import { type Character, character } from './character.ts';

const AT = '2026-09-09T12:00:00Z';

/** Border cases of consents and of suppressions. */
export const CAST_CONSENTS_AND_SUPPRESSIONS: readonly Character[] = [
  character('510', 'opted_out', 'Opted in at 10:00+02:00, and out at 09:00Z, which is later', {
    consents: [
      ['email', 'OPT_OUT', '2026-10-01T09:00:00Z'],
      ['email', 'OPT_IN', '2026-10-01T10:00:00+02:00'],
    ],
  }),
  character('511', 'delivered', 'Opted out and in again', {
    consents: [
      ['email', 'OPT_IN', '2024-03-01T10:00:00Z'],
      ['email', 'OPT_OUT', '2025-03-01T10:00:00Z'],
      ['email', 'OPT_IN', '2026-03-01T10:00:00Z'],
    ],
  }),
  character('512', 'opted_out', 'Opted in and out again; the file has the later event first', {
    consents: [
      ['email', 'OPT_OUT', '2026-03-01T10:00:00Z'],
      ['email', 'OPT_IN', '2024-03-01T10:00:00Z'],
    ],
  }),
  character('513', 'opted_out', 'In and out at one instant: the later line says out', {
    consents: [
      ['email', 'OPT_IN', AT],
      ['email', 'OPT_OUT', AT],
    ],
  }),
  character('514', 'delivered', 'Out and in at one instant: the later line says in', {
    consents: [
      ['email', 'OPT_OUT', AT],
      ['email', 'OPT_IN', AT],
    ],
  }),
  character('515', 'no_email_consent', 'Agreed to text messages only', { consents: [['sms', 'OPT_IN', AT]] }),
  character('516', 'delivered', 'Channel written "EMAIL", status "opt_in"', {
    consents: [['EMAIL', 'opt_in', AT]],
  }),
  character('517', 'suppressed', 'Suppressed with both bounds open', {
    suppressions: [['do not contact', '', '']],
  }),
  character('518', 'suppressed', 'Suppressed until the as-of date, which is included', {
    suppressions: [['complaint', '2026-08-01', '2026-11-20']],
  }),
  character('519', 'delivered', 'Suppressed until the day before', {
    suppressions: [['complaint', '2026-08-01', '2026-11-19']],
  }),
  character('520', 'suppressed', 'Suppressed from the as-of date, which is included', {
    suppressions: [['legal hold', '2026-11-20', '']],
  }),
  character('521', 'delivered', 'Suppressed from the next day', {
    suppressions: [['legal hold', '2026-11-21', '']],
  }),
  character('522', 'suppressed', 'Suppressed twice: the first in the file gives the reason', {
    suppressions: [
      ['hard bounce', '2026-01-01', '2027-12-31'],
      ['employee', '', ''],
    ],
  }),
];
