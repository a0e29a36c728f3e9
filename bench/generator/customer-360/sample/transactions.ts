import type { Line } from '../../csv.ts';
import { clock, isoDay } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';
import { cutOff, type Fault, missing, several, spoil, textAfterQuote, wrong } from '../../sample/faults.ts';
import { FIRST_DAY, LAST_DAY, type Person } from './person.ts';

export const TRANSACTIONS_HEADER = [
  'transaction_id',
  'user_uuid',
  'amount',
  'status',
  'transaction_date',
] as const;
const [ID, USER, AMOUNT, STATUS, DATE] = [0, 1, 2, 3, 4] as const;

const FAULTS: readonly Fault[] = [
  ...wrong(AMOUNT, '12,50', '€ 24.90', '1.299,00', 'n/a', '19.90 EUR', '9.99e1', ''),
  ...missing(USER, 5),
  ...missing(STATUS, 3),
  ...wrong(DATE, '18.11.2026', '2026-11-31'),
  ...missing(ID, 2),
  several({ [AMOUNT]: '0', [STATUS]: '' }),
  // The service desk's own words, with pipes in them.
  several({ [AMOUNT]: '-0.00', [STATUS]: 'hold|call back' }),
  several({ [AMOUNT]: '-49.90', [STATUS]: 'refunded "as a courtesy"' }),
  cutOff(3),
  cutOff(2),
  textAfterQuote(STATUS, '|'),
];

/** The lines of `transactions.txt`: refunds have amounts below 0, what was cancelled before it was paid has none. */
export function transactionLines(seed: number, people: readonly Person[]): readonly Line[] {
  const random = createRandom(seed, 'transactions');
  const rows = people
    .filter(({ came }) => came && random.chance(0.85))
    .flatMap(({ user }) =>
      Array.from({ length: random.pick([1, 1, 2, 2, 3, 4, 6]) }, () => bought(random, user)).flat(),
    )
    .toSorted((left, right) => (left.day < right.day ? -1 : 1))
    .map(({ cells }, at) => [String(700_101 + at), ...cells]);
  // The payment provider sent a few of them a second time.
  const again = rows.filter(() => random.chance(0.01));
  return spoil([...rows, ...again], FAULTS, random);
}

interface Bought {
  readonly day: string;
  readonly cells: readonly string[];
}

function bought(random: Random, user: string): readonly Bought[] {
  const day = random.between(FIRST_DAY, LAST_DAY - 16);
  const amount = `${random.between(5, 240)}${random.pick(['.90', '.95', '.00', '.5', '', '.495'])}`;
  const line = (written: string, status: string, after = 0): Bought => {
    const date = isoDay(day + after);
    const when = `${date}T${clock(random.between(25_000, 80_000))}${random.pick(['Z', 'Z', '+02:00'])}`;
    return { day: date, cells: [user, written, status, when] };
  };
  const kind = random.fraction();
  if (kind < 0.62) {
    const completed = line(amount, random.pick(['completed', 'completed', 'Completed', 'COMPLETED']));
    if (!random.chance(0.1)) return [completed];
    return [completed, line(`-${amount}`, random.pick(['refunded', 'Refunded']), random.between(3, 16))];
  }
  if (kind < 0.8) return [line(amount, random.pick(['pending', 'Pending']))];
  if (kind < 0.92) {
    return [line(random.pick([amount, '0.00', '0']), random.pick(['cancelled', 'Cancelled', 'CANCELLED']))];
  }
  return kind < 0.96 ? [line(`-${amount}`, 'chargeback', 16)] : [line(amount, 'failed')];
}
