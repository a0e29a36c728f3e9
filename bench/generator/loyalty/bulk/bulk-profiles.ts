import { type BulkLines, customerId, FAULTY } from '../../bulk/scale.ts';
import { AS_OF_DAY, clock, isoDays } from '../../days.ts';
import { emailAddress, FIRST_NAMES, LAST_NAMES } from '../../people.ts';
import { createRandom, type Random } from '../../random.ts';
import { type LoyaltyScale, REGION_COUNT, regionCode } from './loyalty-scale.ts';

const PLANS = ['Basic', 'Basic', 'Basic', 'Plus', 'Plus', 'Family', 'Business', ''] as const;

/** A profile of every user, followed by later ones of some of them. */
export function profileLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk user_profile');
  const before = isoDays(AS_OF_DAY - 400, AS_OF_DAY - 60);
  const after = isoDays(AS_OF_DAY - 59, AS_OF_DAY - 1);
  const signups = isoDays(AS_OF_DAY - 2000, AS_OF_DAY - 401);
  return {
    header: 'user_id,full_name,email,region_code,plan,signup_date,is_active,updated_at',
    line: (index) => {
      const first = index < scale.users;
      const number = first ? index : random.below(scale.users);
      const days = first ? before : after;
      const cells = [
        customerId(number),
        random.chance(0.03) ? '' : `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
        email(random, number),
        regionCode(regionOf(random)),
        random.pick(PLANS),
        random.chance(0.02) ? '' : (signups[random.below(signups.length)] ?? ''),
        random.chance(0.08) ? 'false' : 'true',
        `${days[random.below(days.length)] ?? ''}T${clock(random.below(86_400))}Z`,
      ];
      return (random.chance(FAULTY) ? faulty(cells, random) : cells).join(',');
    },
  };
}

/** The first regions have the most users; one user in a thousand is in a region that nobody describes. */
function regionOf(random: Random): number {
  if (random.chance(0.001)) return REGION_COUNT + 3;
  return Math.floor(random.fraction() * random.fraction() * REGION_COUNT);
}

function email(random: Random, number: number): string {
  const dice = random.fraction();
  if (dice < 0.04) return '';
  const address = emailAddress(random, number);
  return dice < 0.05 ? address.replace('@', '.') : address;
}

function faulty(cells: readonly string[], random: Random): readonly string[] {
  const spoilt = (column: number, text: string): readonly string[] =>
    cells.map((cell, index) => (index === column ? text : cell));
  switch (random.below(4)) {
    case 0:
      return spoilt(3, '');
    case 1:
      return spoilt(6, 'active');
    case 2:
      return spoilt(7, '2026-02-30T10:00:00Z');
    default:
      return cells.slice(0, 6);
  }
}
