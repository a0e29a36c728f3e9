import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reconciliation, StageFigures } from '../../contract/reconciliation.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { anExecutedRun } from '../testing/a-run.ts';
import { aSeatRecipe, SEAT_FILES } from '../testing/a-seat-recipe.ts';

const LOW = {
  stage: 'low',
  sql: "select room, id, 'low' as reason, null as detail from seat where score < 2",
} as const;

const BY = { columns: ['room'], table: 'open_room' } as const;

test('each group has the stages and the outcome of its own entities, also one without any', async () => {
  const { reconciliation } = await anExecutedRun(aSeatRecipe({ rules: [LOW], by: BY }), SEAT_FILES);
  const figures = reconciliation.by?.map(({ room, stages, outcome }) => {
    return [room, stages.map(({ stage, in: came, dropped }) => [stage, came, dropped]), outcome.delivered];
  });
  expect(figures).toEqual([
    [
      'a',
      [
        ['population', 2, 0],
        ['low', 2, 1],
      ],
      1,
    ],
    [
      'b',
      [
        ['population', 1, 0],
        ['low', 1, 0],
      ],
      1,
    ],
    [
      'c',
      [
        ['population', 0, 0],
        ['low', 0, 0],
      ],
      0,
    ],
  ]);
  expect(reconciliation.balanced).toBe(true);
});

test('a group whose output loses an entity says so, and so does the whole', async () => {
  const sql = "select room, id from survivor where room <> 'b' order by room, id";
  const outputs = [{ file: 'delivery.csv', delivers: true, sql }] as const;
  const { reconciliation } = await anExecutedRun(aSeatRecipe({ by: BY, outputs }), SEAT_FILES);
  expect(reconciliation.by?.map(({ outcome }) => outcome.missing)).toEqual([0, 1, 0]);
  expect(reconciliation).toMatchObject({ outcome: { missing: 1 }, balanced: false });
});

test('a stranger that is delivered counts for the group that it names', async () => {
  const sql = "select room, id from survivor union all select 'c', 99 order by room, id";
  const outputs = [{ file: 'delivery.csv', delivers: true, sql }] as const;
  const { reconciliation } = await anExecutedRun(aSeatRecipe({ by: BY, outputs }), SEAT_FILES);
  expect(reconciliation.by?.map(({ outcome }) => [outcome.delivered, outcome.unexplained])).toEqual([
    [2, 0],
    [1, 0],
    [1, 1],
  ]);
});

test('the figures of the groups add up to those of the whole, for any people and rooms', async () => {
  const score = fc.integer({ min: 0, max: 4 });
  const input = fc.record({
    people: fc.array(score, { maxLength: 20 }),
    rooms: fc.array(score, { maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ people, rooms }) => {
      const files = {
        'people.csv': ['id,score', ...people.map((each, index) => `${index},${each}`)].join('\n'),
        'rooms.csv': ['room,least', ...rooms.map((each, index) => `R${index},${each}`)].join('\n'),
      };
      const { reconciliation } = await anExecutedRun(aSeatRecipe({ rules: [LOW], by: BY }), files);
      const { by = [] } = reconciliation;
      expect(by).toHaveLength(rooms.length);
      const sum = (pick: (figures: Pick<Reconciliation, 'stages' | 'outcome'>) => readonly number[]) =>
        by
          .map(pick)
          .reduce(
            (left, right) => left.map((value, at) => value + (right[at] ?? 0)),
            zeros(pick(reconciliation)),
          );
      const stages = (figures: { readonly stages: readonly StageFigures[] }) =>
        figures.stages.flatMap(({ in: came, dropped, out }) => [came, dropped, out]);
      expect(sum(stages)).toEqual(stages(reconciliation));
      expect(sum(({ outcome }) => Object.values(outcome))).toEqual(Object.values(reconciliation.outcome));
    }),
    { numRuns: 25 },
  );
});

function zeros(like: readonly number[]): readonly number[] {
  return like.map(() => 0);
}

test('a column by which figures are grouped may have any name', async () => {
  const recipe = aPeopleRecipe({
    sources: { people: { files: ['people.csv'], columns: { first: { type: 'id' }, id: { type: 'id' } } } },
    tables: [{ table: 'person', from: 'people', key: ['first', 'id'] }],
    key: ['first', 'id'],
    by: { columns: ['first'] },
    outputs: [
      { file: 'delivery.csv', delivers: true, sql: 'select first, id from survivor order by entity' },
    ],
  });
  const { reconciliation } = await anExecutedRun(recipe, { 'people.csv': 'first,id\n7,1\n7,2\n8,3\n' });
  const entered = reconciliation.by?.map(({ first, outcome }) => [first, outcome.entered]);
  expect(entered).toEqual([
    ['7', 2],
    ['8', 1],
  ]);
});
