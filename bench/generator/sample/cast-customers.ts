import { type Character, character } from './character.ts';

const AT = '2026-05-02T09:00:00Z';

/** Border cases of snapshots and of email addresses. */
export const CAST_CUSTOMERS: readonly Character[] = [
  character('507', 'inactive', 'Two snapshots of one instant: the later line says closed', {
    snapshots: [
      ['guest.507@example.com', 'true', AT],
      ['guest.507@example.com', 'false', AT],
    ],
  }),
  character('508', 'delivered', 'Two snapshots of one instant: the later line says open', {
    snapshots: [
      ['guest.508@example.com', 'false', AT],
      ['guest.508@example.com', 'true', AT],
    ],
  }),
  character('509', 'delivered', 'The snapshot of 10:00+02:00 says closed, but the one of 09:00Z is later', {
    snapshots: [
      ['guest.509@example.com', 'true', '2026-11-01T09:00:00Z'],
      ['guest.509@example.com', 'false', '2026-11-01T10:00:00+02:00'],
    ],
  }),
  character(
    '537',
    'delivered',
    'The latest snapshot is rejected (is_active is "closed"), so the one before it stays',
    {
      snapshots: [
        ['guest.537@example.com', 'true', AT],
        ['guest.537@example.com', 'closed', '2026-10-02T09:00:00Z'],
      ],
    },
  ),
  character('539', 'inactive', 'A date alone is midnight UTC: a tie, and the later line says closed', {
    snapshots: [
      ['guest.539@example.com', 'yes', '2026-11-01T00:00:00Z'],
      ['guest.539@example.com', 'no', '2026-11-01'],
    ],
  }),
  character('540', 'missing_email', 'Had an address once; the latest snapshot has none', {
    snapshots: [
      ['guest.540@example.com', 'true', AT],
      ['', 'true', '2026-08-02 09:00:00'],
    ],
  }),
  character('529', 'missing_email', 'The address is three blanks', { snapshots: [['   ', 'true', AT]] }),
  character('523', 'malformed_email', 'No @', { snapshots: [['guest.523.example.com', 'true', AT]] }),
  character('524', 'malformed_email', 'Two @', { snapshots: [['guest@524@example.com', 'true', AT]] }),
  character('525', 'malformed_email', 'A blank inside', {
    snapshots: [['guest 525@example.com', 'true', AT]],
  }),
  character('526', 'malformed_email', 'No dot after the @', {
    snapshots: [['guest.526@localhost', 'true', AT]],
  }),
  character('527', 'malformed_email', 'A dot at the end', {
    snapshots: [['guest.527@example.com.', 'true', AT]],
  }),
  character('528', 'delivered', 'Written in capitals, delivered in small letters', {
    snapshots: [['JOSÉ.528@EXAMPLE.COM', 'true', AT]],
  }),
  character('536', 'inactive', 'Excluded by five rules; the first one has it', {
    snapshots: [['guest.536@example', 'f', AT]],
    bookings: [['2019-07-01', '310.00']],
    consents: [['email', 'OPT_OUT', '2024-05-05T05:05:05Z']],
    suppressions: [['complaint', '', '']],
  }),
];
