import { type Dialect, PLAIN } from '../../csv.ts';
import { AS_OF_DAY, isoDay, startOfDay } from '../../days.ts';
import type { Random } from '../../random.ts';
import { cutOff, extra, missing, several, wrong } from '../../sample/faults.ts';
import { inOrderOfArrival, instantText } from '../../sample/instants.ts';
import type { Department } from './department.ts';
import type { Member } from './member.ts';

const WINDOWS: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: false };
const SEMICOLONS: Dialect = { delimiter: ';', lineEnd: '\r\n', byteOrderMark: true };
const TABS: Dialect = { delimiter: '\t', lineEnd: '\n', byteOrderMark: false };
const PIPES: Dialect = { delimiter: '|', lineEnd: '\n', byteOrderMark: false };

/** `support_calls.csv`: the call centre's figures of the last days, from which it drops leading zeros. */
export const CALLS: Department = {
  file: 'support_calls.csv',
  header: ['User-ID', 'Calls Last 30 Days', 'Measured On'],
  dialect: WINDOWS,
  faults: [...wrong(1, '-1', '2.0', 'several', ''), ...missing(2, 2), ...wrong(2, '11/18/2026')],
  rows: (members, random) =>
    [4, 2, 1].flatMap((ago) =>
      members
        .filter(() => random.chance(0.25))
        .map(({ id }) => {
          const calls = random.pick([0, 0, 1, 1, 1, 2, 3, 6]);
          return [random.chance(0.5) ? id.replace(/^0+/, '') : id, String(calls), isoDay(AS_OF_DAY - ago)];
        }),
    ),
};

/** `support_chats.csv`: the chats ended nine days ago, and nobody has noticed yet. */
export const CHATS: Department = {
  file: 'support_chats.csv',
  header: ['chat_id', 'user_id', 'started_at'],
  dialect: PLAIN,
  faults: [...missing(0, 1), ...missing(1, 2), ...wrong(2, 'noon'), cutOff(2)],
  rows: (members, random) => {
    const placed = some(members, random, 260).map(({ id }) => {
      const instant = startOfDay(AS_OF_DAY - 8) - 3600 - random.below(70 * 86_400);
      return { instant, cells: [id, instantText(instant, random)] };
    });
    return inOrderOfArrival(placed, random).map(([id = '', at = ''], place) => [`H-${9001 + place}`, id, at]);
  },
};

/** `Issue_Tickets.csv`: tabs; severities in any case; tickets that are open, closed, or to be closed on a day to come. */
export const TICKETS: Department = {
  file: 'Issue_Tickets.csv',
  header: ['Ticket ID', 'User ID', 'Severity', 'Opened On', 'Closed On'],
  dialect: TABS,
  faults: [
    ...wrong(2, 'urgent', 'P1', ''),
    ...missing(1, 2),
    ...wrong(3, '2026-13-01', 'today'),
    ...wrong(4, 'open'),
    several({ 2: 'none', 3: '' }),
  ],
  rows: (members, random) =>
    byDay(some(members, random, 230), random, [0, 200]).map(({ id, day: opened }, at) => {
      const severity = random.pick(['low', 'low', 'medium', 'medium', 'high', 'critical', 'HIGH', 'Low']);
      const closed = random.chance(0.3) ? '' : isoDay(opened + random.between(0, 25));
      return [random.chance(0.01) ? 'T-1' : `T-${1 + at}`, id, severity, isoDay(opened), closed];
    }),
};

/** `service_requests.csv`: pipes, with a column of remarks in which quotes protect them. */
export const REQUESTS: Department = {
  file: 'service_requests.csv',
  header: ['request_id', 'user_id', 'requested_on', 'status', 'remark'],
  dialect: PIPES,
  beside: '',
  faults: [...missing(0, 1), ...wrong(2, '2026-06-31', ''), extra('x')],
  rows: (members, random) =>
    byDay(some(members, random, 150), random, [1, 90]).map(({ id, day }, at) => [
      `S${4001 + at}`,
      id,
      isoDay(day),
      random.pick(['done', 'done', 'open', 'waiting', '']),
      random.pick(['', '', '', 'asked for "Plus"', 'invoice|again', 'wants a call\nin the evening']),
    ]),
};

/** `Retention_Action.csv`: Windows-1252 with semicolons; what was done to keep somebody, or will be. */
export const RETENTION: Department = {
  file: 'Retention_Action.csv',
  header: ['Action ID', 'User ID', 'Action Type', 'Action Date', 'Outcome'],
  dialect: { ...SEMICOLONS, byteOrderMark: false },
  windows1252: true,
  faults: [...missing(2, 2), ...wrong(3, 'next week', '2026-11-31'), cutOff(3)],
  rows: (members, random) =>
    byDay(
      members.filter(({ habit }) => random.chance(habit === 'fading' || habit === 'gone' ? 0.8 : 0.1)),
      random,
      [-6, 70],
    ).map(({ id, day }, at) => [
      `R-${601 + at}`,
      id,
      random.pick(['call', 'e-mail', 'voucher', 'letter']),
      isoDay(day),
      random.pick(['', '', 'bleibt', 'überlegt noch', 'nicht erreicht', 'kündigt']),
    ]),
};

/** Each of them on a day so long before the as-of date, the first one first. */
function byDay(
  members: readonly Pick<Member, 'id'>[],
  random: Random,
  [least, most]: readonly [least: number, most: number],
): readonly { readonly id: string; readonly day: number }[] {
  return members
    .map(({ id }) => ({ id, day: AS_OF_DAY - random.between(least, most) }))
    .sort((left, right) => left.day - right.day);
}

/** So many users, some of them several times, and a few whom nobody knows. */
function some(members: readonly Member[], random: Random, count: number): readonly Pick<Member, 'id'>[] {
  return Array.from({ length: count }, () => {
    if (random.chance(0.015)) return { id: String(77_001 + random.below(30)) };
    return members[random.below(members.length)] ?? { id: '' };
  });
}
