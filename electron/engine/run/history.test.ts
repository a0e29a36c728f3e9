import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLastRun } from '../explain/last-run.ts';
import { storedRun } from '../explain/stored-run.ts';
import { outputOf } from '../export/exported-table.ts';
import { failureOf } from '../testing/a-member-recipe.ts';
import { aPeopleRecipe, DELIVERY, type RecipeParts } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { count } from '../workspace/database.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { keptOutput } from './kept-output.ts';

const MASTER = {
  file: 'master.csv',
  sql: 'select :as_of as day, id, score from person order by id',
} as const;

const PAST = {
  file: 'past.csv',
  sql: `select day, id, score from earlier_day where as_of <> :as_of
    union all select day, id, score from master
    order by day, id`,
} as const;

const MEASURES = {
  file: 'measures.csv',
  written: false,
  sql: 'select count(*) as people from master',
} as const;

const TREND = {
  file: 'trend.csv',
  sql: 'select run, as_of as day, people from earlier_count order by run',
} as const;

const HISTORY = [
  { table: 'earlier_day', output: 'master.csv', by: 'as_of' },
  { table: 'earlier_count', output: 'measures.csv', by: 'run' },
];

const recipe = (parts: RecipeParts = {}) =>
  aPeopleRecipe({ outputs: [DELIVERY, MASTER, MEASURES, PAST, TREND], history: HISTORY, ...parts });

const people = (scores: Readonly<Record<string, number>>) => ({
  'people.csv': `id,score\n${Object.entries(scores)
    .map(([id, score]) => `${id},${score}\n`)
    .join('')}`,
});

test('without a workspace there is no earlier run', async () => {
  const { written } = await aRun(recipe(), people({ a: 1 }));
  expect(written['past.csv']).toBe('day,id,score\n2026-11-20,a,1\n');
  expect(written['trend.csv']).toBe('run,day,people\n');
  expect(JSON.parse(written['manifest.json'] ?? '')).not.toHaveProperty('history');
});

describe('in a workspace', () => {
  test('each day stands once, whatever the order in which days are run', async () => {
    const days = fc.array(
      fc.tuple(fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20'), fc.nat({ max: 9 })),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(days, async (runs) => {
        const workspace = join(tempFolder(), 'w.muster');
        const kept = new Map<string, number>();
        for (const [at, [asOf, score]] of runs.entries()) {
          const { written } = await aRun(recipe(), people({ a: score }), { workspace, asOf });
          kept.set(asOf, score);
          const expected = [...kept].sort().map(([day, last]) => `${day},a,${last}\n`);
          expect(written['past.csv']).toBe(`day,id,score\n${expected.join('')}`);
          const before = runs.slice(0, at).map(([day], index) => `${index + 1},${day},1\n`);
          expect(written['trend.csv']).toBe(`run,day,people\n${before.join('')}`);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('a run that fails leaves the history as it was', async () => {
    const workspace = join(tempFolder(), 'w.muster');
    await aRun(recipe(), people({ a: 1 }), { workspace, asOf: '2026-11-18' });
    await expect(aRun(recipe(), { 'people.csv': 'nothing\n' }, { workspace })).rejects.toThrow(
      'no column id',
    );
    const { written } = await aRun(recipe(), people({ a: 2 }), { workspace });
    expect(written['past.csv']).toBe('day,id,score\n2026-11-18,a,1\n2026-11-20,a,2\n');
    expect(JSON.parse(written['manifest.json'] ?? '').history).toEqual([
      { table: 'earlier_day', runs: 1, rows: 1 },
      { table: 'earlier_count', runs: 1, rows: 1 },
    ]);
  });

  test('a column that an output gets later is empty in what earlier runs left', async () => {
    const workspace = join(tempFolder(), 'w.muster');
    await aRun(recipe(), people({ a: 1 }), { workspace, asOf: '2026-11-18' });
    const master = { ...MASTER, sql: 'select :as_of as day, id, 7 as score, 1 as more from person' };
    const past = { ...PAST, sql: 'select day, id, more, score from earlier_day' };
    const changed = recipe({ outputs: [DELIVERY, master, MEASURES, past, TREND] });
    expect((await aRun(changed, people({ a: 2 }), { workspace })).written['past.csv']).toBe(
      'day,id,more,score\n2026-11-18,a,,1\n',
    );
    expect((await aRun(changed, people({ a: 2 }), { workspace })).written['past.csv']).toBe(
      'day,id,more,score\n2026-11-18,a,,1\n2026-11-20,a,1,7\n',
    );
  });

  test('what is shown of the last run counts its own rows, and how long its files took to load', async () => {
    const path = join(tempFolder(), 'w.muster');
    await aRun(recipe(), people({ a: 1 }), { workspace: path, asOf: '2026-11-18' });
    await aRun(recipe(), people({ a: 2, b: 2 }), { workspace: path });
    const workspace = openWorkspace(path);
    try {
      openLastRun(workspace.db, path);
      expect(workspace.db.prepare('select run, people from earlier_count').all()).toEqual([
        { run: 1, people: 1 },
        { run: 2, people: 2 },
      ]);
      expect(
        workspace.db
          .prepare('select run, source, accepted, milliseconds >= 0 as timed from source_load')
          .all(),
      ).toEqual([
        { run: 1, source: 'people', accepted: 1, timed: 1 },
        { run: 2, source: 'people', accepted: 2, timed: 1 },
      ]);
    } finally {
      workspace.close();
    }
  });
});

test('a list that the last run alone keeps is gone from earlier ones, and nothing else is', async () => {
  const path = join(tempFolder(), 'w.muster');
  const lasting = recipe({ outputs: [DELIVERY, MASTER, MEASURES, { ...PAST, kept: 'last' }, TREND] });
  await aRun(lasting, people({ a: 1 }), { workspace: path, asOf: '2026-11-18' });
  await aRun(lasting, people({ a: 2 }), { workspace: path });
  const workspace = openWorkspace(path);
  try {
    const rows = (run: number, name: string) => {
      const { recipe: stored, tables } = storedRun(workspace.db, run);
      const table = keptOutput(workspace.db, tables, outputOf(stored, run, name));
      return count(workspace.db, `select count(*) from ${table}`);
    };
    expect([rows(1, 'master'), rows(2, 'master'), rows(2, 'past')]).toEqual([1, 1, 2]);
    expect(() => rows(1, 'past')).toThrow('Run 1 keeps past.csv no longer: only the last run does.');
  } finally {
    workspace.close();
  }
});

test.each([
  [
    { history: [{ table: 'past_days', output: 'mastre.csv', by: 'run' }] },
    'output names "mastre.csv", which is not the file of an output; allowed: delivery.csv, master.csv, measures.csv, past.csv, trend.csv. Did you mean "master.csv"?',
  ],
  [
    { outputs: [DELIVERY, { ...PAST, sql: 'select id from earlier_day' }, MASTER, MEASURES] },
    'there is no table "earlier_day" here (only outputs after the one whose rows it keeps, controls, diagnostics and insights see a history table)',
  ],
  [
    {
      outputs: [DELIVERY, { ...MASTER, sql: "select 1 as run, 'x' as day, id, score from person" }, MEASURES],
    },
    'the output of earlier_day has a column "run", which every history table has of itself.',
  ],
  [
    { history: [...HISTORY, { table: 'person', output: 'master.csv', by: 'run' }] },
    'the name person of the history table is that of a table already.',
  ],
])('%o is a mistake that says what to do', (parts, message) => {
  expect(failureOf(() => recipe(parts as RecipeParts))).toContain(message);
});
