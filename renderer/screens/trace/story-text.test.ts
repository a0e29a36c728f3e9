import { expect, test } from 'vitest';
import type { Trace } from '../../../electron/contract/trace.ts';
import { storyText } from './story-text.ts';

const LOOKED_AT = [
  { table: 'person', values: [{ name: 'score', value: '1' }] },
  { table: 'team', values: [] },
  { table: 'visit', values: null },
];
const STORY: Trace = {
  recipe: 'people',
  entity: 'person',
  asOf: '2026-11-20',
  key: [{ name: 'id', value: '007' }],
  entered: true,
  rules: [
    {
      rule: 'old',
      stage: 'old',
      title: 'Too old',
      excludes: false,
      reason: null,
      detail: null,
      lookedAt: [],
    },
    {
      rule: 'low',
      stage: 'low',
      title: 'Low',
      excludes: true,
      reason: 'low',
      detail: '1',
      lookedAt: LOOKED_AT,
    },
  ],
  outcome: { kind: 'dropped', stage: 'low', reason: 'low', detail: '1', also: [] },
  smallestChange: [{ rule: 'low', title: 'Low', lookedAt: LOOKED_AT }],
  sources: [
    {
      source: 'people',
      accepted: 2,
      records: [
        {
          file: 'a.csv',
          line: 2,
          values: [{ name: 'score', value: '1' }],
          fates: [{ kind: 'superseded', table: 'person', file: 'b.csv', line: 9 }],
          corrected: [{ column: 'score', from: 'one', to: '1' }],
        },
      ],
      rejected: [
        { file: 'b.csv', line: 3, codes: ['seen_on:not_a_date'], cells: [{ name: 'id', value: '' }] },
      ],
    },
    { source: 'visits', accepted: 0, records: [], rejected: [] },
  ],
};

test('a story is told from its end: the outcome, what would change it, the rules, the lines', () => {
  expect(storyText(STORY)).toBe(`person 007, as of 2026-11-20

Kept out by “Low” (1). No other rule keeps them out.

What would bring them in
  One thing only would have to be different:
  Low; person: score = 1; visit: no row

Rules
  Too old: does not apply
  Low: keeps out (1); person: score = 1; visit: no row

people
  a.csv, line 2; Superseded in person by b.csv, line 9
    score = 1
    score was corrected from “one” to “1”
  and 1 more
  b.csv, line 3; rejected: seen_on: not a date
    id = empty

visits
  Nothing.`);
});

test('of somebody who is in, it says what was delivered, and of nobody else', () => {
  const values = [{ name: 'id', value: '007' }];
  const delivered = storyText({
    ...STORY,
    outcome: { kind: 'delivered', file: 'list.csv', values },
    smallestChange: [],
  });
  expect(delivered).toContain('Delivered: this person is in list.csv.');
  expect(delivered).toContain('What was delivered\n  id = 007');
  expect(delivered).not.toContain('bring them in');
});

test('of somebody outside the population, it points at the rejected records', () => {
  const outside: Trace = { ...STORY, entered: false, rules: [], outcome: { kind: 'not in the population' } };
  expect(storyText({ ...outside, smallestChange: [] })).toContain(
    'The rejected record below may be what is missing',
  );
});

test('of an entity of several keys whose records are there, it does not ask for a file', () => {
  const key = [
    { name: 'team', value: '1' },
    { name: 'id', value: '007' },
  ];
  const [people] = STORY.sources;
  const outside: Trace = {
    ...STORY,
    key,
    entered: false,
    outcome: { kind: 'not in the population' },
    rules: [],
  };
  const accepted = people ? [{ ...people, rejected: [] }] : [];
  const told = storyText({ ...outside, sources: accepted, smallestChange: [] });
  expect(told).toContain('person 1, 007, as of');
  expect(told).toContain('the recipe makes no person of them');
  expect(storyText({ ...outside, sources: [], smallestChange: [] })).toContain(
    'A file with an accepted record',
  );
});
