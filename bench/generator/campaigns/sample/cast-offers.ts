import { type Character, character } from './character.ts';

/** Border cases of offers, addresses, cooldown and capacity. */
export const CAST_OFFERS: readonly Character[] = [
  character('101', '541', 'target', 'Offer O-103: the better O-104 expired the day before'),
  character('101', '542', 'target', 'Offer O-105, which is valid on this day only', {
    snapshots: [{ segment: 'silver' }],
  }),
  character('101', '543', 'target', 'Offer O-101 before O-102 of the same priority; 4 variants, two roots', {
    snapshots: [{ segment: 'Gold' }],
  }),
  character('W-4', '544', 'target', 'The segment is written " ÜBERSEE ", the offer has "Übersee"', {
    snapshots: [{ segment: ' ÜBERSEE ' }],
  }),
  character('0103', '545', 'no_eligible_offer', 'The only offer for business begins in December', {
    snapshots: [{ segment: 'business' }],
  }),
  character('0103', '546', 'offer_details_missing', 'The offer has details, but each has a parent', {
    snapshots: [{ segment: 'platinum' }],
  }),
  character('101', '547', 'no_contact_address', 'The address has no dot after the @', {
    snapshots: [{ email: 'lead.547@localhost' }],
  }),
  character('102', '548', 'no_contact_address', 'The phone is three blanks', {
    snapshots: [{ phone: '   ' }],
  }),
  character('101', '549', 'cooling_down', 'Contacted 29 days ago, which is within the cooldown of 30', {
    contacts: ['2026-08-01', '2026-10-22'],
  }),
  character('101', '550', 'target', 'Contacted 30 days ago: the cooldown is over today', {
    contacts: ['2026-10-21'],
  }),
  character('101', '551', 'target', 'To be contacted tomorrow, which is not yet so', {
    contacts: ['2026-11-21'],
  }),
  character('W-4', '552', 'target', 'Contacted today: the catalogue has no cooldown', {
    contacts: ['2026-11-20'],
  }),
  character('102', '553', 'over_capacity', 'Of the last priority, and contacted before: others come first', {
    snapshots: [{ segment: 'standard' }],
    contacts: ['2026-03-01'],
  }),
];
