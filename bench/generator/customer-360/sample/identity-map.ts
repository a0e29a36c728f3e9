import type { Line } from '../../csv.ts';
import { createRandom } from '../../random.ts';
import { type Fault, missing, spoil } from '../../sample/faults.ts';
import type { Person } from './person.ts';

export const MAP_HEADER = ['Email', 'User UUID'] as const;
const [EMAIL, USER] = [0, 1] as const;

const FAULTS: readonly Fault[] = [...missing(EMAIL, 2), ...missing(USER, 2)];

/** The lines of `identity_map.csv`, some of which contradict each other. */
export function mapLines(seed: number, people: readonly Person[]): readonly Line[] {
  const random = createRandom(seed, 'identity map');
  const mapped = people.filter((person) => person.mapped);
  const rows = mapped.map(({ email, user }) => [random.chance(0.2) ? email.toUpperCase() : email, user]);
  const at = (place: number): Person => {
    const person = mapped[place];
    if (!person) throw new Error(`There are no ${place} entries.`);
    return person;
  };
  const conflicts = [
    // One address with two users, and one user with two addresses.
    [at(3).email, at(118).user],
    [at(7).email, 'b7c1d2aa-0001-4c33-a111-0123456789ab'],
    [at(119).email, at(12).user],
    ['familie.weber@example.com', at(20).user],
    // Sent twice, and two entries that exchange their users.
    [at(30).email, at(30).user],
    [at(41).email, at(42).user],
    [at(42).email, at(41).user],
  ];
  return [...spoil(rows, FAULTS, random), ...conflicts];
}
