import { beforeEach, expect, test, vi } from 'vitest';
import type { RuleTrace, Trace } from '../../contract/trace.ts';
import { renderTrace } from './trace.ts';

beforeEach(() => {
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('NO_COLOR', '1');
});

const PASSING: RuleTrace = {
  rule: 'low',
  stage: 'low',
  title: 'Score is low',
  excludes: false,
  reason: null,
  detail: null,
  lookedAt: [{ table: 'person', values: [{ name: 'score', value: '9' }] }],
};

const STORY: Trace = {
  recipe: 'test-people',
  entity: 'person',
  asOf: '2026-11-20',
  key: [{ name: 'id', value: '007' }],
  sources: [
    {
      source: 'people',
      accepted: 5,
      records: [
        {
          file: 'people.csv',
          line: 2,
          values: [
            { name: 'id', value: '007' },
            { name: 'score', value: null },
          ],
          fates: [
            { kind: 'superseded', table: 'person', file: 'people.csv', line: 3 },
            { kind: 'left out', table: 'scored' },
          ],
        },
        {
          file: 'people.csv',
          line: 3,
          values: [{ name: 'id', value: '007' }],
          fates: [
            { kind: 'kept', table: 'person' },
            { kind: 'counted', table: 'scored' },
          ],
        },
        { file: 'people.csv', line: 4, values: [{ name: 'id', value: '007' }], fates: [] },
      ],
      rejected: [
        {
          file: 'people.csv',
          line: 9,
          codes: ['score:not_a_number', 'seen_on:not_a_date'],
          cells: [
            { name: 'ID', value: '007' },
            { name: '', value: 'x' },
          ],
        },
      ],
    },
    { source: 'visits', accepted: 0, records: [], rejected: [] },
  ],
  entered: true,
  rules: [
    PASSING,
    {
      ...PASSING,
      rule: 'unseen',
      title: 'Not seen lately',
      excludes: true,
      reason: 'never',
      detail: '2026-01-01',
      lookedAt: [
        { table: 'visit', values: null },
        { table: 'person', values: [] },
      ],
    },
  ],
  outcome: { kind: 'dropped', stage: 'unseen', reason: 'never', detail: '2026-01-01', also: ['poor', 'far'] },
  smallestChange: [],
};

test('a story is told from the records over the rules to the outcome', () => {
  expect(renderTrace(STORY)).toBe(`
person 007  test-people · as of 2026-11-20

people
  people.csv:2  superseded in person by people.csv:3, not in scored
    id=007  score=–
  people.csv:3  kept as person, counted in scored
    id=007
  people.csv:4
    id=007
  and 2 records more
  people.csv:9  quarantined: score:not_a_number, seen_on:not_a_date
    ID=007  =x

visits  nothing

Rules
  ✓ low     passes    Score is low (person: score=9)
  ✗ unseen  excludes: 2026-01-01  Not seen lately (no visit; person is there)

Dropped at unseen: never (2026-01-01). Also excluded by poor, far.
`);
});

test.each<{ readonly outcome: Trace['outcome']; readonly told: string }>([
  {
    outcome: {
      kind: 'delivered',
      file: 'delivery.csv',
      values: [
        { name: 'id', value: '007' },
        { name: 'team', value: null },
      ],
    },
    told: 'Delivered in delivery.csv: id=007  team=–',
  },
  {
    outcome: { kind: 'dropped', stage: 'low', reason: 'low', detail: null, also: [] },
    told: 'Dropped at low.',
  },
  {
    outcome: { kind: 'missing' },
    told: 'Missing: neither delivered nor dropped. The run does not balance.',
  },
])('of the outcome it says: $told', ({ outcome, told }) => {
  expect(renderTrace({ ...STORY, outcome })).toMatch(new RegExp(`\n\n${RegExp.escape(told)}\n$`));
});

test('what would have to change stands behind the outcome, on one line', () => {
  const smallestChange = ['unseen', 'poor'].map((rule) => ({ rule, title: rule, lookedAt: [] }));
  expect(renderTrace({ ...STORY, smallestChange })).toMatch(
    /\nWould be delivered if: unseen and poor were lifted\.\n$/,
  );
});

test('a record that was corrected says what it was', () => {
  const corrected = [{ column: 'score', from: 'nine', to: '9' }];
  const record = { file: 'people.csv', line: 4, values: [], fates: [], corrected };
  const sources = [{ source: 'people', accepted: 1, records: [record], rejected: [] }];
  expect(renderTrace({ ...STORY, sources })).toContain(
    '  people.csv:4  score corrected from "nine" to "9"\n',
  );
});

test('of who is not in the population no rules are told', () => {
  const text = renderTrace({
    ...STORY,
    entered: false,
    rules: [],
    outcome: { kind: 'not in the population' },
  });
  expect(text).not.toContain('Rules');
  expect(text).toMatch(/\n\nNot in the population: no accepted record makes it a person of this run\.\n$/);
});
