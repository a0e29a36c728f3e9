import { type Dialect, PLAIN } from '../../csv.ts';
import { AS_OF_DAY, isoDay, startOfDay } from '../../days.ts';
import type { Random } from '../../random.ts';
import { cutOff, missing, several, wrong } from '../../sample/faults.ts';
import { inOrderOfArrival, instantText } from '../../sample/instants.ts';
import type { Department } from './department.ts';
import type { Habit, Member } from './member.ts';
import { scoreOf } from './score.ts';

const WINDOWS: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: true };
const SEMICOLONS: Dialect = { delimiter: ';', lineEnd: '\n', byteOrderMark: false };

/** Activities and help pages of the last two months at the most. */
const ACTIVITIES: Readonly<Record<Habit, number>> = { keen: 14, steady: 7, fading: 3, gone: 0, new: 5 };
const FEATURES = ['Plant finder', 'Reminders', 'Garden plan', 'Diary', 'Expert chat', 'Export'] as const;
const PRICES = ['4.99', '9.99', '12.50', '19.90', '24.00', '39.90', '79.00'] as const;
const ARTICLES = ['1001', '1002', '1010', '1044', 'faq-3', 'faq-12', '0207'] as const;

/** `User_Activity.csv`: a Windows program's export; the shop writes purchases with small letters and with capitals. */
export const ACTIVITY: Department = {
  file: 'User_Activity.csv',
  header: ['activity_id', 'user_id', 'activity_type', 'activity_ts', 'amount'],
  dialect: WINDOWS,
  faults: [
    ...missing(0, 2),
    ...missing(1, 4),
    ...wrong(2, 'logout', 'log in', ''),
    ...wrong(3, '2026-11-20T25:00:00Z', '1763630000', ''),
    ...wrong(4, '€12', '12,50', '1.234,00', 'free'),
    several({ 1: '', 4: 'n/a' }),
    cutOff(3),
  ],
  rows: (members, random) => {
    let number = 70_000;
    const placed = members.flatMap((member) =>
      Array.from({ length: random.below(ACTIVITIES[member.habit] * 2 + 1) }, () => {
        const instant =
          startOfDay(AS_OF_DAY) -
          random.below(member.habit === 'new' ? 15 : 75) * 86_400 -
          random.below(50_000);
        const type = random.pick([
          'login',
          'login',
          'login',
          'login',
          'login',
          'purchase',
          'purchase',
          'feedback',
        ]);
        const written = random.chance(0.05) ? type.toUpperCase() : type;
        const amount = type === 'purchase' && !random.chance(0.03) ? random.pick(PRICES) : '';
        return { instant, cells: [written, member.id, instantText(instant, random), amount] };
      }),
    );
    return inOrderOfArrival(placed, random).map(([type = '', id = '', at = '', amount = '']) => {
      number += 1;
      // Now and then a record is sent again.
      return [`A${random.chance(0.003) ? number - 1 : number}`, id, type, at, amount];
    });
  },
};

/** `engagement_score.csv`: semicolons, written by the data scientists, with a column of theirs. */
export const SCORES: Department = {
  file: 'engagement_score.csv',
  header: ['User ID', 'Score', 'Scored At', 'Model'],
  dialect: SEMICOLONS,
  beside: 'v7',
  faults: [
    ...wrong(1, '101.5', '-3', '100.0001', 'NaN', '72,5', ''),
    ...missing(0, 2),
    ...wrong(2, 'last night', ''),
  ],
  rows: (members, random) =>
    members.flatMap((member) => {
      if (member.habit === 'new' && random.chance(0.8)) return [];
      // Scored on two nights; some were left out of the second.
      const nights = random.chance(0.12) ? [12] : [12, 1];
      return nights.map((ago) => {
        return [member.id, scoreOf(member, random), `${isoDay(AS_OF_DAY - ago)}T04:00:00Z`, 'v7'];
      });
    }),
};

/** `feature_adoption.csv`. */
export const ADOPTION: Department = {
  file: 'feature_adoption.csv',
  header: ['user_id', 'feature', 'adopted_on'],
  dialect: PLAIN,
  faults: [...missing(1, 2), ...wrong(2, '2026-02-31', 'soon'), cutOff(2)],
  rows: (members, random) =>
    members.flatMap((member) => {
      const likely = { keen: 0.6, steady: 0.4, fading: 0.25, gone: 0.15, new: 0.2 }[member.habit];
      return FEATURES.flatMap((feature, at) => {
        // Later features are younger, and fewer have them; a feature may be adopted twice.
        if (!random.chance(likely / (1 + at * 0.25))) return [];
        const day = Math.max(member.since, AS_OF_DAY - random.between(0, 600 - at * 90));
        const row = [member.id, random.chance(0.02) ? ` ${feature} ` : feature, isoDay(day)];
        return random.chance(0.04)
          ? [row, [member.id, feature, isoDay(Math.min(day + 30, AS_OF_DAY))]]
          : [row];
      });
    }),
};

/** `product_support_usage.csv`: the pages of the help that were looked at. */
export const HELP_VIEWS: Department = {
  file: 'product_support_usage.csv',
  header: ['user_id', 'article_id', 'viewed_at'],
  dialect: PLAIN,
  faults: [...missing(1, 3), ...wrong(2, '20/11/2026 08:15')],
  rows: (members, random) =>
    inOrderOfArrival(
      members.flatMap((member) => viewsOf(member, random)),
      random,
    ),
};

/** `repeat_engagements.csv`: how often somebody came back, by the end of the month. */
export const REPEATS: Department = {
  file: 'repeat_engagements.csv',
  header: ['user_id', 'repeat_count', 'period_end'],
  dialect: PLAIN,
  faults: [...wrong(1, 'many', '2.5', ''), ...wrong(2, '2026-11-31')],
  rows: (members, random) =>
    ['2026-09-30', '2026-10-31'].flatMap((end) =>
      members
        .filter(({ habit }) => habit !== 'new')
        .map((member) => [member.id, String(random.below(ACTIVITIES[member.habit] + 1)), end]),
    ),
};

function viewsOf(member: Member, random: Random) {
  return Array.from({ length: random.pick([0, 0, 0, 1, 1, 2, 4]) }, () => {
    const instant = startOfDay(AS_OF_DAY) - random.below(60 * 86_400);
    return { instant, cells: [member.id, random.pick(ARTICLES), instantText(instant, random)] };
  });
}
