import { expect, test } from 'vitest';
import { anExecutedRun } from '../testing/a-run.ts';
import { aSeatRecipe, SEAT_FILES } from '../testing/a-seat-recipe.ts';
import { groupTitles } from './group-titles.ts';
import { storedRun } from './stored-run.ts';

async function titles(by: {
  readonly columns: readonly string[];
  readonly table?: string;
  readonly title?: string;
}) {
  const { db } = await anExecutedRun(aSeatRecipe({ by }), SEAT_FILES);
  return groupTitles(db, storedRun(db, 1));
}

test('each group has its words, of several the least', async () => {
  expect(await titles({ columns: ['room'], table: 'open_room', title: 'least' })).toEqual({
    '["a"]': '1',
    '["b"]': '2',
    '["c"]': '9',
  });
  expect(await titles({ columns: ['room'], title: 'score' })).toEqual({ '["a"]': '1', '["b"]': '2' });
});

test('without words for groups there are none', async () => {
  expect(await titles({ columns: ['room'], table: 'open_room' })).toEqual({});
});
