import { type BulkLines, FAULTY } from '../../bulk/scale.ts';
import { AS_OF_DAY, isoDay } from '../../days.ts';
import { createRandom, type Random } from '../../random.ts';
import { instants } from './bulk-usage.ts';
import { anyUser, type LoyaltyScale } from './loyalty-scale.ts';

/** Calls, as the call centre measured them in the last days. */
export function callLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk support_calls');
  return {
    header: 'user_id,calls_last_30_days,measured_on',
    line: () => {
      const calls = random.chance(FAULTY) ? '-1' : String(random.below(8));
      return `${anyUser(scale, random)},${calls},${recentDay(random, 5)}`;
    },
  };
}

/** Chats of the last two months. */
export function chatLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk support_chats');
  const instant = instants(random, 60);
  return {
    header: 'chat_id,user_id,started_at',
    line: (index) => {
      return `H-${index},${anyUser(scale, random)},${random.chance(FAULTY) ? 'noon' : instant()}`;
    },
  };
}

/** Tickets of the last half a year: three in ten are open. */
export function ticketLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk issue_tickets');
  const severities = ['low', 'low', 'medium', 'medium', 'high', 'critical'] as const;
  return {
    header: 'ticket_id,user_id,severity,opened_on,closed_on',
    line: (index) => {
      const opened = AS_OF_DAY - random.below(180);
      const closed = random.chance(0.3) ? '' : isoDay(opened + random.below(20));
      const severity = random.chance(FAULTY) ? 'urgent' : random.pick(severities);
      return `T-${index},${anyUser(scale, random)},${severity},${isoDay(opened)},${closed}`;
    },
  };
}

/** Requests of the last three months. */
export function requestLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk service_requests');
  return {
    header: 'request_id,user_id,requested_on,status',
    line: (index) => {
      const day = random.chance(FAULTY) ? '2026-02-30' : recentDay(random, 90);
      return `S${index},${anyUser(scale, random)},${day},${random.pick(['done', 'done', 'open', ''])}`;
    },
  };
}

/** What was done to keep users, and what is planned for the next days. */
export function retentionLines(seed: number, scale: LoyaltyScale): BulkLines {
  const random = createRandom(seed, 'bulk retention_action');
  return {
    header: 'action_id,user_id,action_type,action_date,outcome',
    line: (index) => {
      const type = random.chance(FAULTY) ? '' : random.pick(['call', 'e-mail', 'voucher']);
      const day = isoDay(AS_OF_DAY + 5 - random.below(120));
      return `R${index},${anyUser(scale, random)},${type},${day},${random.pick(['', 'stays', 'leaves'])}`;
    },
  };
}

function recentDay(random: Random, days: number): string {
  return isoDay(AS_OF_DAY - random.below(days));
}
