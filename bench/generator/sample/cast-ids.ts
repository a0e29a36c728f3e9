import { type Character, character } from './character.ts';

const CLOSED_AT = '2026-05-02T09:00:00Z';

/** Ids that a careless program mistakes for each other. */
export const CAST_IDS: readonly Character[] = [
  character('7', 'delivered', 'Not 007 and not C-7', {}),
  character('007', 'inactive', 'Not 7: this one is closed', {
    snapshots: [['guest.007@example.com', 'false', CLOSED_AT]],
  }),
  character('C-7', 'no_recent_booking', 'The booking came in under c-7', {
    bookings: [['2026-06-12', '180.00', 'COMPLETED', 'SC-7-1', 'c-7']],
  }),
  character('00731', 'no_recent_booking', 'The bookings came in under 731, without the zeros', {
    bookings: [
      ['2026-06-12', '180.00', 'COMPLETED', 'S731-1', '731'],
      ['2026-08-12', '95.00', 'COMPLETED', 'S731-2', '731'],
    ],
  }),
  character('HV-0042', 'no_email_consent', 'The consent came in under hv-0042', {
    consents: [['email', 'OPT_IN', '2026-02-02T02:02:02Z', 'hv-0042']],
  }),
  character(
    '9007199254740992',
    'delivered',
    'The next id is the same number to a program that calculates in floats',
    {},
  ),
  character('9007199254740993', 'inactive', 'Not 9007199254740992: this one is closed', {
    snapshots: [['guest.993@example.org', 'false', CLOSED_AT]],
  }),
  character('12345678901234567890', 'delivered', 'Twenty digits stay twenty digits', {}),
  character('12345678901234567891', 'opted_out', 'So do these', {
    consents: [['email', 'OPT_OUT', '2026-02-02T02:02:02Z']],
  }),
];
