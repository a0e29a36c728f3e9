import { AS_OF_DAY, clock, isoDays } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';
import { anyUser, type CustomerScale, emailOf, FAULTY, userOf } from './customer-scale.ts';

/** The lines of a file: each takes its share of a sequence of random numbers, so ask for them in order. */
export type BulkLine = (index: number) => string;

const DAYS = isoDays(AS_OF_DAY - 365, AS_OF_DAY - 1);
const STATUSES = [
  'completed',
  'completed',
  'completed',
  'Completed',
  'pending',
  'PENDING',
  'cancelled',
] as const;
const FIRST_NAMES = ['anna', 'ÉLODIE', 'Jürgen', 'MAX', "d'arcy", 'jean-luc', 'Sören', 'zoë'] as const;
const LAST_NAMES = ['müller', "O'NEIL", 'groß', 'LEFÈVRE', 'Nowak', 'von der heide', 'SMITH'] as const;
const LEAD_SOURCES = ['web', 'fair', 'newsletter', ''] as const;

/** Leads: the first so many records have each a lead of its own, the rest are seconds of any. */
export function leadLine(scale: CustomerScale, seed: number): BulkLine {
  const random = createRandom(seed, 'leads');
  return (index) => {
    const lead = index < scale.leads ? index : random.below(scale.leads);
    const email = random.chance(FAULTY) ? '' : emailOf(lead);
    const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
    const phone = random.chance(0.4) ? `+49 221 ${random.between(10_000, 99_999)}` : '';
    return `L-${index},${first},${last},${email},${phone},${random.pick(LEAD_SOURCES)},${instant(random)}`;
  };
}

/** Transactions, of which some are refunds. */
export function transactionLine(scale: CustomerScale, seed: number): BulkLine {
  const random = createRandom(seed, 'transactions');
  return (index) => {
    const user = random.chance(FAULTY) ? '' : userOf(seed, anyUser(random.fraction(), scale));
    const amount = `${random.between(3, 400)}.${random.pick(['99', '95', '50', '00'])}`;
    const written = random.chance(FAULTY) ? amount.replace('.', ',') : amount;
    if (random.chance(0.03)) return `${index}|${user}|-${written}|refunded|${instant(random)}`;
    return `${index}|${user}|${written}|${random.pick(STATUSES)}|${instant(random)}`;
  };
}

/** Visits, an object a line. */
export function visitLine(scale: CustomerScale, seed: number): BulkLine {
  const random = createRandom(seed, 'visits');
  return () => {
    const id = userOf(seed, anyUser(random.fraction(), scale));
    const user = random.chance(0.01) ? 'null' : /^[0-9]+$/.test(id) ? id : `"${id}"`;
    const views = random.between(1, 30);
    const written = random.chance(FAULTY) ? '"many"' : random.chance(0.1) ? `"${views}"` : views;
    return `{"user_uuid":${user},"page_views":${written},"activity_timestamp":"${instant(random)}"}`;
  };
}

/** Entries of the map: leads and users of one number belong together; few entries contradict an earlier one. */
export function entryLine(seed: number): BulkLine {
  const random = createRandom(seed, 'identity map');
  return (index) => {
    const user = index > 0 && random.chance(FAULTY) ? random.below(index) : index;
    return `${emailOf(index)},${userOf(seed, user)}`;
  };
}

function instant(random: Random): string {
  return `${DAYS[random.below(DAYS.length)]}T${clock(random.below(86_400))}Z`;
}
