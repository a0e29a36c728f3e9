import { AS_OF_DAY, clock, isoDays } from '../days.ts';
import { createRandom } from '../random.ts';
import { anyCustomer, type BulkLines, FAULTY, type Scale } from './scale.ts';

const CHANNELS = [
  'email',
  'email',
  'email',
  'email',
  'email',
  'EMAIL',
  'Email',
  'sms',
  'sms',
  'push',
] as const;
const WRONG_STATUSES = ['UNSUBSCRIBED', 'OPTIN', 'yes', ''] as const;

/** Consents given and withdrawn over three years. */
export function consentEventLines(seed: number, scale: Scale): BulkLines {
  const random = createRandom(seed, 'bulk consent events');
  const days = isoDays(AS_OF_DAY - 1095, AS_OF_DAY - 1);
  return {
    header: 'consent_event_id,customer_id,channel,consent_status,event_ts',
    line: (index) => {
      const status = random.chance(0.85) ? 'OPT_IN' : 'OPT_OUT';
      const cells = [
        String(500_000_000 + index),
        anyCustomer(scale, random),
        random.pick(CHANNELS),
        random.chance(FAULTY) ? random.pick(WRONG_STATUSES) : status,
        `${days[random.below(days.length)] ?? ''}T${clock(random.below(86_400))}Z`,
      ];
      return cells.join(',');
    },
  };
}
