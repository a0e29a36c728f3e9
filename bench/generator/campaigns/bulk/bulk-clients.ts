import { type BulkLines, customerId, FAULTY } from '../../bulk/scale.ts';
import { AS_OF_DAY, clock, isoDays } from '../../days.ts';
import { emailAddress } from '../../people.ts';
import { createRandom, type Random } from '../../random.ts';
import { weighted } from '../weighted.ts';
import { type CampaignScale, SEGMENTS } from './campaign-scale.ts';

const COUNTRIES = weighted([10, 'DE'], [4, 'AT'], [2, 'CH'], [1, 'IT'], [1, 'FR'], [1, 'NL'], [1, '']);
const LANGUAGES = weighted([15, 'de'], [3, 'en'], [2, 'fr'], [1, 'it'], [1, 'nl'], [1, '']);
const STATUSES = weighted([90, ''], [6, 'closed'], [1, 'deceased'], [1, 'estate'], [2, 'VIP']);

function email(random: Random, number: number): string {
  const dice = random.fraction();
  if (dice < 0.04) return '';
  if (dice < 0.041) return 'test@example.com';
  const address = emailAddress(random, number);
  return dice < 0.06 ? address.replace('@', '.') : address;
}

function balance(random: Random): string {
  const dice = random.fraction();
  if (dice < 0.02) return '';
  if (dice < 0.04) return '0.00';
  return `${random.between(-300, 5000)}.${random.between(10, 99)}`;
}

function faulty(cells: readonly string[], random: Random): readonly string[] {
  const spoilt = (column: number, text: string): readonly string[] =>
    cells.map((cell, index) => (index === column ? text : cell));
  switch (random.below(4)) {
    case 0:
      return spoilt(8, '12.50 EUR');
    case 1:
      return spoilt(9, '2026-02-30T10:00:00Z');
    case 2:
      return spoilt(0, '');
    default:
      return cells.slice(0, 6);
  }
}

/** A full export of the clients, followed by later snapshots of some of them. */
export function clientLines(seed: number, scale: CampaignScale): BulkLines {
  const random = createRandom(seed, 'bulk clients');
  const before = isoDays(AS_OF_DAY - 500, AS_OF_DAY - 100);
  const after = isoDays(AS_OF_DAY - 99, AS_OF_DAY - 1);
  const births = isoDays(AS_OF_DAY - 87 * 365, AS_OF_DAY - 16 * 365);
  return {
    header: 'client_id,email,phone,country,language,segment,status,birth_date,balance,updated_at',
    line: (index) => {
      const full = index < scale.clients;
      const number = full ? index : random.below(scale.clients);
      const days = full ? before : after;
      const cells = [
        customerId(number),
        email(random, number),
        random.chance(0.08) ? '' : `+49 151 ${random.between(1_000_000, 9_999_999)}`,
        random.pick(COUNTRIES),
        random.pick(LANGUAGES),
        random.pick(SEGMENTS),
        random.pick(STATUSES),
        random.chance(0.03) ? '' : (births[random.below(births.length)] ?? ''),
        balance(random),
        `${days[random.below(days.length)] ?? ''}T${clock(random.below(86_400))}Z`,
      ];
      return (random.chance(FAULTY) ? faulty(cells, random) : cells).join(',');
    },
  };
}
