import { fileBytes, type Line, PLAIN, record } from '../csv.ts';
import { AS_OF_DAY, isoDay, startOfDay, WINDOW_START_DAY } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import { amount, PRODUCTS, STATUSES, SYSTEMS } from '../stays.ts';
import { CAST } from './cast.ts';
import {
  cutOff,
  extra,
  missing,
  several,
  spoil,
  spread,
  textAfterQuote,
  unclosedQuote,
  wrong,
} from './faults.ts';
import type { Guest, Travel } from './guests.ts';
import { inOrderOfArrival, type Placed } from './instants.ts';

const HEADER = [
  'booking_id',
  'customer_id',
  'booking_date',
  'booking_amount',
  'booking_status',
  'product_name',
  'source_system',
];
const [ID, CUSTOMER, DATE, AMOUNT, STATUS, PRODUCT] = [0, 1, 2, 3, 4, 5];
const FIRST_DAY = AS_OF_DAY - 880;
const RENAMED_FROM = AS_OF_DAY - 36;

const FAULTS = [
  ...wrong(
    AMOUNT,
    '12,50',
    '86,00',
    '1.234,50',
    '€10',
    '€249.00',
    '$99.00',
    'USD 80',
    '1e5',
    '2.5E2',
    'NaN',
    'Infinity',
  ),
  ...wrong(
    AMOUNT,
    '1,234.50',
    '2,080.00',
    'n/a',
    'free',
    '-',
    '--5.00',
    '12.34567',
    '.5',
    '99.',
    '1 050.00',
    '#REF!',
  ),
  ...wrong(AMOUNT, '99999999999999999999', '-4000000000000000000'),
  ...wrong(
    DATE,
    '2026-02-30',
    '2025-11-31',
    '2025-02-29',
    '20/11/2026',
    '11/20/2026',
    '20.11.2026',
    '2026-13-01',
  ),
  ...wrong(DATE, '20261120', 'tomorrow', '2026-1-5', '0000-00-00', '46346', '2026-11-20T25:00:00Z'),
  ...missing(ID, 4),
  ...missing(CUSTOMER, 6),
  ...missing(DATE, 4),
  ...missing(AMOUNT, 6),
  ...missing(STATUS, 3),
  ...wrong(CUSTOMER, '   '),
  several({ [DATE]: '31/06/2026', [AMOUNT]: '€85' }),
  several({ [DATE]: '', [AMOUNT]: 'NaN', [STATUS]: '' }),
  several({ [ID]: '', [CUSTOMER]: '', [DATE]: '', [AMOUNT]: '', [STATUS]: '' }),
  cutOff(6),
  cutOff(5),
  cutOff(4),
  cutOff(2),
  extra('web'),
  extra('EUR', '2026-11-20'),
  extra(''),
  unclosedQuote(PRODUCT),
  unclosedQuote(CUSTOMER),
  textAfterQuote(PRODUCT),
];

/** Times when a system sent a whole record again, and when it used an id for another booking. */
const SENT_AGAIN = 14;
const ID_REUSED = 5;

function day(travel: Travel, random: Random): number {
  if (travel === 'long_ago') return FIRST_DAY + random.below(WINDOW_START_DAY - FIRST_DAY);
  // A few fall on the two ends of the window or just outside it.
  if (random.chance(0.015)) {
    return random.pick([WINDOW_START_DAY - 1, WINDOW_START_DAY, AS_OF_DAY, AS_OF_DAY + 1]);
  }
  const first = random.chance(0.7) ? WINDOW_START_DAY : FIRST_DAY;
  return first + random.below(AS_OF_DAY - first + 1);
}

function bookingId(system: string, serial: number): string {
  if (system === 'callcenter') return String(serial).padStart(7, '0');
  if (system === 'partner') return `2026112000000${String(serial).padStart(7, '0')}`;
  return system === 'app' ? `A-${serial}` : `W${200_000 + serial}`;
}

function status(system: string, bookedOn: number, travel: Travel, random: Random): string {
  if (travel === 'cancelled') return random.pick(['CANCELLED', 'Cancelled', 'NO_SHOW']);
  const word = random.pick(STATUSES);
  // The partner renamed the status in autumn and told nobody.
  return system === 'partner' && bookedOn >= RENAMED_FROM && word === 'COMPLETED' ? 'FULFILLED' : word;
}

function product(random: Random): string {
  const name = random.pick(PRODUCTS);
  if (random.chance(0.01)) return '';
  if (random.chance(0.002)) return `${name}\nlate arrival, "quiet side" please`;
  return random.chance(0.01) ? `  ${name} ` : name;
}

function booking(customer: string, travel: Travel, serial: number, random: Random): Placed {
  const system = random.pick(SYSTEMS);
  const bookedOn = day(travel, random);
  const date = isoDay(bookedOn);
  // The call centre's program drops leading zeros.
  const writtenCustomer =
    system === 'callcenter' && random.chance(0.15) ? customer.replace(/^0+/, '') : customer;
  const price = amount(random, system);
  return {
    instant: startOfDay(bookedOn),
    cells: [
      bookingId(system, serial),
      random.chance(0.005) ? ` ${writtenCustomer}` : writtenCustomer,
      system === 'app' && random.chance(0.1) ? `${date}T${random.between(10, 23)}:30:00Z` : date,
      random.chance(0.01) ? ` ${price} ` : random.chance(0.004) ? `+${price.replace('-', '')}` : price,
      status(system, bookedOn, travel, random),
      product(random),
      random.chance(0.01) ? '' : system,
    ],
  };
}

function bookingsOf(guest: Guest, random: Random): number {
  return guest.travel === 'never' ? 0 : random.pick([1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 7, 8, 10]);
}

/** Copies of earlier records, placed soon after them. */
function repeated(rows: readonly (readonly string[])[], random: Random): readonly (readonly string[])[] {
  const copies = new Map<number, readonly string[]>();
  for (let index = 0; index < SENT_AGAIN + ID_REUSED; index += 1) {
    const row = rows[random.below(rows.length)];
    if (!row) continue;
    const copy = index < SENT_AGAIN ? row : row.map((text, column) => (column === AMOUNT ? '64.00' : text));
    copies.set(rows.indexOf(row) + 3, copy);
  }
  return rows.flatMap((row, index) => {
    const copy = copies.get(index);
    return copy ? [row, copy] : [row];
  });
}

/** The file `bookings.csv` of the sample. */
export function bookingsFile(seed: number, guests: readonly Guest[]): Buffer {
  const random = createRandom(seed, 'bookings');
  const customers = guests.flatMap((guest) =>
    Array.from({ length: bookingsOf(guest, random) }, () => [guest.id, guest.travel] as const),
  );
  const unknown = Array.from(
    { length: 58 },
    (_, index) => [String(99_001 + (index % 23)), 'recent'] as const,
  );
  const placed = [...customers, ...unknown].map(([id, travel], serial) =>
    booking(id, travel, serial + 1, random),
  );
  const rows = repeated(inOrderOfArrival(placed, random), random);
  const lines: readonly Line[] = spread(spoil(rows, FAULTS, random), [
    ...CAST.flatMap(({ bookings }) => bookings),
    '',
    '    ',
    '',
    // White space around quotes belongs to nobody.
    `${record(['W900001', '10010', '2026-06-06', '120.00', 'COMPLETED'])},"Suite, sea view"  ,web`,
    '"W900002","10011","2026-06-06","120.00","COMPLETED","","web"',
  ]);
  return fileBytes([HEADER, ...lines], PLAIN);
}
