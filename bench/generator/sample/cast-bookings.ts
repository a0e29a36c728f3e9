import { type Character, character } from './character.ts';

/** Border cases of the booking window, of statuses and of sums. */
export const CAST_BOOKINGS: readonly Character[] = [
  character('501', 'delivered', 'Booked on the first day of the window', {
    bookings: [['2025-11-20', '99.00']],
  }),
  character('502', 'no_recent_booking', 'Booked one day before the window', {
    bookings: [['2025-11-19', '99.00']],
  }),
  character('503', 'delivered', 'Booked on the as-of date', { bookings: [['2026-11-20', '99.00']] }),
  character('504', 'no_recent_booking', 'Booked on the day after the as-of date', {
    bookings: [['2026-11-21', '99.00']],
  }),
  character('505', 'delivered', 'Status written "Completed", the date with a time', {
    bookings: [['2026-03-03 18:30:00', '75.50', 'Completed']],
  }),
  character('506', 'no_recent_booking', 'Cancelled, not shown up, pending: nothing completed', {
    bookings: [
      ['2026-02-01', '80.00', 'CANCELLED'],
      ['2026-04-01', '80.00', 'NO_SHOW'],
      ['2026-11-15', '80.00', 'PENDING'],
    ],
  }),
  character('530', 'delivered', 'Amounts that binary fractions get wrong: the total is 1.31', {
    bookings: [
      ['2026-01-10', '0.1'],
      ['2026-01-11', '0.2'],
      ['2026-01-12', '1.005'],
    ],
  }),
  character('531', 'delivered', 'More refunded than paid: the total is -25.00', {
    bookings: [
      ['2026-01-10', '100.00'],
      ['2026-02-10', '-125.00'],
    ],
  }),
  character('532', 'delivered', 'Four decimals that add up to a tie: 10.005 is 10.01', {
    bookings: [
      ['2026-01-10', '10.0049'],
      ['2026-01-11', '0.0001'],
    ],
  }),
  character('533', 'no_recent_booking', 'The only booking is rejected: its amount is 12,50', {
    bookings: [['2026-07-01', '12,50']],
  }),
  character(
    '534',
    'delivered',
    'A rejected booking, sent again corrected under the same id, which it may have',
    {
      bookings: [
        ['2026-07-01', 'EUR 45', 'COMPLETED', 'S534-1'],
        ['2026-07-01', '45.00', 'COMPLETED', 'S534-1'],
      ],
    },
  ),
  character('535', 'delivered', 'A booking sent three times counts once: the total is 60.00', {
    bookings: [
      ['2026-07-01', '60.00', 'COMPLETED', 'S535-1'],
      ['2026-07-01', '60.00', 'COMPLETED', 'S535-1'],
      ['2026-07-02', '70.00', 'COMPLETED', 'S535-1'],
    ],
  }),
];
