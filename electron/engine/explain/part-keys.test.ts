import { expect, test } from 'vitest';
import { aKeptLoadedWorkspace, aKeptRun } from '../testing/a-kept-run.ts';
import { aSeatRecipe, SEAT_FILES } from '../testing/a-seat-recipe.ts';
import { findInSources } from './find.ts';
import { trace } from './trace.ts';

/** Who may not sit where; `*` is every room. */
const BANS = {
  bans: {
    files: ['bans.csv'],
    columns: {
      room: { type: 'id', required: true, all: '*' },
      id: { type: 'id', required: true },
      why: { type: 'text', required: true },
    },
  },
};

const RECIPE = aSeatRecipe({
  sources: BANS,
  tables: [{ table: 'ban', from: 'bans', key: ['room', 'id'] }],
  rules: [
    {
      stage: 'banned',
      sql: "select room, id, 'banned' as reason, null as detail from seat where id in (select id from ban where room in ('*', seat.room))",
    },
  ],
});

const FILES = { ...SEAT_FILES, 'bans.csv': 'room,id,why\n*,3,loud\nb,2,late\n*,2,\nb,3,rude\n' };

async function kept() {
  const workspace = await aKeptLoadedWorkspace(RECIPE, FILES);
  await aKeptRun(workspace, RECIPE);
  return workspace.db;
}

test('a trace shows the records of a part of the key, and those that stand for every id', async () => {
  const db = await kept();
  const { sources, outcome } = trace(db, 'w.muster', ['a', '3']);
  const told = sources.map(({ source, records }) => [
    source,
    records.map(({ line, fates }) => [line, fates[0]?.kind]),
  ]);
  expect(told).toEqual([
    ['people', [[4, 'kept']]],
    ['rooms', [[3, 'counted']]],
    ['bans', [[2, 'counted']]],
  ]);
  expect(outcome).toMatchObject({ kind: 'dropped', stage: 'banned' });
});

test('a trace shows rejected records that stand for every id', async () => {
  const db = await kept();
  const bans = trace(db, 'w.muster', ['a', '2']).sources.find(({ source }) => source === 'bans');
  expect(bans?.rejected.map(({ line, codes }) => [line, codes])).toEqual([[4, ['why:missing_value']]]);
});

test('a text of a part of the key finds all entities that have it', async () => {
  const db = await kept();
  const found = (text: string) => findInSources(db, RECIPE, text, 10).map(({ key }) => key.join());
  expect(found('loud')).toEqual(['a,3', 'b,3']);
  expect(found('y')).toEqual(['a,3', 'b,3']);
  expect(found('late')).toEqual(['b,2']);
});
