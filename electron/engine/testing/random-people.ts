import fc from 'fast-check';
import { type FileTexts, lines } from './file-texts.ts';

/** A line of a file of people, each cell as it is written. */
export interface Snapshot {
  readonly id: string;
  readonly seenOn: string;
  readonly score: string;
  readonly team: string;
  readonly spend: string;
}

export interface Mark {
  readonly id: string;
  readonly kind: string;
}

/** What a run is given: files of people, each a list of lines, and marks, some of them of strangers. */
export interface RandomInput {
  readonly people: readonly (readonly Snapshot[])[];
  readonly marks: readonly Mark[];
}

const ID = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 25 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('007', '7 ', '0', '00', 'A-1', 'a-1', 'é', '12345678901234567890'),
  },
);

const SNAPSHOT: fc.Arbitrary<Snapshot> = fc.record({
  id: ID,
  // Few days, so that many snapshots are of the same.
  seenOn: fc.constantFrom('', '2026-01-01', '2026-01-02', '2026-11-20'),
  score: fc.constantFrom('', '0', '1', '2', '3', '-4', '1', '2', 'x'),
  team: fc.constantFrom('', 'red', 'blue', 'green'),
  spend: fc.constantFrom('', '0', '1.49', '1.5', '1.4999', '-2.005', '0.005', '100'),
});

const MARK: fc.Arbitrary<Mark> = fc.record({
  id: fc.oneof(ID, fc.constantFrom('stranger', '999')),
  kind: fc.constantFrom('spam', 'other'),
});

export const RANDOM_INPUT: fc.Arbitrary<RandomInput> = fc.record({
  people: fc.array(fc.array(SNAPSHOT, { maxLength: 25 }), { minLength: 1, maxLength: 2 }),
  marks: fc.array(MARK, { maxLength: 8 }),
});

/** The files of an input. */
export function inputFiles({ people, marks }: RandomInput): FileTexts {
  const files = people.map((snapshots, index) => [
    `people-${index}.csv`,
    lines(
      'id,seen_on,score,team,spend',
      ...snapshots.map(({ id, seenOn, score, team, spend }) => [id, seenOn, score, team, spend].join()),
    ),
  ]);
  return {
    ...Object.fromEntries(files),
    'marks.csv': lines('id,kind', ...marks.map(({ id, kind }) => `${id},${kind}`)),
  };
}
