import { PLAIN } from '../../csv.ts';
import { AS_OF_DAY, isoDay, startOfDay } from '../../days.ts';
import type { Random } from '../../random.ts';
import {
  cutOff,
  extra,
  missing,
  several,
  textAfterQuote,
  unclosedQuote,
  wrong,
} from '../../sample/faults.ts';
import { inOrderOfArrival, instantText, type Placed } from '../../sample/instants.ts';
import type { Department } from './department.ts';
import type { Member } from './member.ts';

const [ID, NAME, , REGION, , SIGNUP, ACTIVE, UPDATED] = [0, 1, 2, 3, 4, 5, 6, 7];
const DAY = 86_400;

const TRUE_WORDS = ['true', 'true', 'true', 'true', 'TRUE', '1', 'yes', 'Y'] as const;
const FALSE_WORDS = ['false', 'false', '0', 'no', 'N'] as const;

/** `user_profile.csv`: the portal's export, in which several snapshots of a user are normal. */
export const PROFILES: Department = {
  file: 'user_profile.csv',
  header: ['user_id', 'full_name', 'email', 'region_code', 'plan', 'signup_date', 'is_active', 'updated_at'],
  dialect: PLAIN,
  faults: [
    ...missing(ID, 2),
    ...missing(REGION, 3),
    ...wrong(ACTIVE, 'active', '2', ''),
    ...wrong(SIGNUP, '01.04.2025', '2025-02-29'),
    ...wrong(UPDATED, '2026-02-30T10:00:00Z', 'yesterday', ''),
    several({ [ACTIVE]: 'unknown', [UPDATED]: 'n/a' }),
    cutOff(6),
    extra('CRM'),
    unclosedQuote(NAME),
    textAfterQuote(NAME),
  ],
  rows: (members, random) => {
    const placed = members.flatMap((member) => snapshots(member, random));
    return inOrderOfArrival(placed, random);
  },
};

function snapshots(member: Member, random: Random): readonly Placed[] {
  const count = random.pick([1, 1, 1, 1, 2, 2, 3]);
  let instant = startOfDay(AS_OF_DAY) - random.below(120 * DAY);
  const rows: Placed[] = [];
  for (let index = 0; index < count; index += 1) {
    const latest = index === 0;
    // Now and then the portal writes two snapshots of one second: then the later line counts.
    if (!latest && !random.chance(0.03)) instant -= 3600 + random.below(150 * DAY);
    const active = latest ? member.active : true;
    rows.unshift({
      instant,
      cells: [
        random.chance(0.01) ? ` ${member.id} ` : member.id,
        member.name,
        latest || random.chance(0.8) ? member.email : '',
        member.region,
        latest ? member.plan : 'Basic',
        random.chance(0.03) ? '' : isoDay(member.since),
        random.pick(active ? TRUE_WORDS : FALSE_WORDS),
        instantText(instant, random),
      ],
    });
  }
  return rows;
}
