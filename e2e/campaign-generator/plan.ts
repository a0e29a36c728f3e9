import { idPool } from '../generator/cells.ts';
import type { Random } from '../generator/random.ts';

/** What the sources of one small world have in common. */
export interface Plan {
  /** How likely a cell is wrong. */
  readonly faults: number;
  readonly clients: readonly string[];
  readonly solutions: readonly string[];
  readonly segments: readonly string[];
}

const SEGMENTS = ['Gold', 'silver', 'Ärzte', 'a b', 'Straße', 'ΟΔΟΣ', 'İz', 'x,y', '100', 'a"b\\', '[]'];

/** A world of a few solutions and up to 60 clients. */
export function makePlan(random: Random): Plan {
  const size = random.pick([1, 6, 20, 40, 60, 60]);
  const solutions = random.chance(0.5)
    ? ['1', '2', '10', '9', '03', 'A']
    : ['S1', 's1', 'S 2', 'é', '7', '07'];
  return {
    faults: random.pick([0, 0, 0.01, 0.05, 0.15]),
    clients: idPool(random, size).slice(0, size),
    solutions: random.shuffle(solutions).slice(0, random.pick([1, 2, 4, 6])),
    segments: random.shuffle(SEGMENTS).slice(0, random.between(1, 4)),
  };
}

/** A text as people write it: in any case, with spaces about it. */
export function spelling(random: Random, text: string): string {
  const padded = random.pick([` ${text} `, `\u00A0${text}`, `${text}\t`]);
  return random.pick([text, text, text, text.toUpperCase(), text.toLowerCase(), padded]);
}

/** As many as are asked for, in order. */
export function times<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
