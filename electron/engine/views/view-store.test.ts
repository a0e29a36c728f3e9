import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OpenView, ViewOf } from '../../contract/views.ts';
import { aPeopleRecipe, DELIVERY, PERSON_TABLE, type RecipeParts } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openWorkspaceForReading } from '../workspace/workspace.ts';
import { ViewStore } from './view-store.ts';

const PARTS: RecipeParts = {
  tables: [{ ...PERSON_TABLE, sql: 'select record, id, seen_on, score, team, spend from people' }],
  rules: [
    { stage: 'low', sql: "select id, 'low' as reason, score as detail from person where score < 2" },
    {
      stage: 'team',
      reasons: ['none', 'blue'],
      sql: "select id, ifnull(team, 'none') as reason, null as detail from person where ifnull(team, 'none') in ('none', 'blue')",
    },
  ],
  outputs: [
    {
      ...DELIVERY,
      sql: 'select id, spend, score from survivor join person using (id) order by id',
      columns: { spend: { decimals: 2 } },
    },
  ],
};

const FILES: FileTexts = {
  'people-1.csv': lines(
    'id,seen_on,score,team,spend',
    '1,2026-01-01,9,red,10.005',
    '1,2026-03-01,8,red,12.3',
    '2,2026-01-01,1,blue,',
    '007,2026-01-02,7,Élan,1',
    'x,2026-01-01,soon,red,1',
    '9,2026-01-01,1,,2',
  ),
  'people-2.csv': lines('team,id,seen_on,score', 'red,3,never,8', 'red,4,never,soon', 'blue,5,2026-01-01,3'),
};

/** The views of a workspace in which the recipe ran over these files. */
async function views(parts: RecipeParts = PARTS, files: FileTexts = FILES) {
  const path = join(tempFolder(), 'w.muster');
  const recipe = aPeopleRecipe(parts);
  await aRun(recipe, files, { workspace: path });
  const db = openWorkspaceForReading(path);
  const store = new ViewStore(db, () => recipe);
  onTestFinished(() => {
    db.close();
  });
  return store;
}

type Of = Exclude<ViewOf, { kind: 'insight' }>;

/** The rows of a view under some of its columns. */
function shown(store: ViewStore, open: OpenView, ...names: readonly string[]) {
  const at = names.map((name) => open.columns.findIndex((column) => column.name === name));
  return store.page(open.view, 0, 1000).rows.map(({ cells }) => at.map((index) => cells[index]));
}

function ids(store: ViewStore, of: Of, search = ''): readonly unknown[] {
  return shown(store, store.open({ of, search }), 'id').flat();
}

const entities = (which: Extract<Of, { kind: 'entities' }>['which'], stage?: string, reason?: string): Of => {
  return { kind: 'entities', run: 1, which, ...(stage && { stage }), ...(reason && { reason }) };
};

describe('the accepted records of a source', () => {
  test('stand with file, line and values as files have them, in the order of the files', async () => {
    const store = await views();
    const open = store.open({ of: { kind: 'source', source: 'people' } });
    expect(open.rows).toBe(6);
    expect(shown(store, open, 'file', 'line', 'id', 'spend')).toEqual([
      ['people-1.csv', '2', '1', '10.005'],
      ['people-1.csv', '3', '1', '12.30'],
      ['people-1.csv', '4', '2', null],
      ['people-1.csv', '5', '007', '1.00'],
      ['people-1.csv', '7', '9', '2.00'],
      ['people-2.csv', '4', '5', null],
    ]);
  });

  test('can be those of one file', async () => {
    const store = await views();
    expect(ids(store, { kind: 'source', source: 'people', import: 2 })).toEqual(['5']);
  });

  test('are sorted by value, empty ones last in both directions', async () => {
    const store = await views();
    const sorted = (descending: boolean) => {
      const sort = [{ column: 'spend', descending }];
      const open = store.open({ of: { kind: 'source', source: 'people' }, sort });
      return shown(store, open, 'spend').flat();
    };
    expect(sorted(false)).toEqual(['1.00', '2.00', '10.005', '12.30', null, null]);
    expect(sorted(true)).toEqual(['12.30', '10.005', '2.00', '1.00', null, null]);
  });

  test('are found by part of a text in any case, also beyond ASCII, and % is a character', async () => {
    const store = await views();
    const of = { kind: 'source', source: 'people' } as const;
    expect(ids(store, of, 'élan')).toEqual(['007']);
    expect(ids(store, of, 'BLU')).toEqual(['2', '5']);
    expect(ids(store, of, '%')).toEqual([]);
  });
});

test('a search for a number finds the decimals of that value', async () => {
  const store = await views();
  const of = { kind: 'source', source: 'people' } as const;
  expect(ids(store, of, '10.0050')).toEqual(['1']);
  expect(ids(store, of, '12.3')).toEqual(['1']);
  expect(ids(store, of, '0050')).toEqual([]);
});

describe('the entities of a run', () => {
  test('are told apart by stage as the funnel counts them', async () => {
    const store = await views();
    expect(ids(store, entities('entered'))).toEqual(['1', '2', '5', '9', '007']);
    expect(ids(store, entities('in', 'team'))).toEqual(['1', '5', '007']);
    expect(ids(store, entities('out', 'low'))).toEqual(['1', '5', '007']);
    expect(ids(store, entities('dropped', 'low'))).toEqual(['2', '9']);
    expect(ids(store, entities('dropped'))).toEqual(['2', '5', '9']);
    expect(ids(store, entities('dropped', 'team', 'blue'))).toEqual(['5']);
    expect(ids(store, entities('any', 'team', 'blue'))).toEqual(['2', '5']);
    expect(ids(store, entities('only', 'team', 'blue'))).toEqual(['5']);
    expect(ids(store, entities('only', 'low'))).toEqual([]);
    expect(ids(store, entities('delivered'))).toEqual(['1', '007']);
    for (const none of ['missing', 'duplicated', 'contradictory'] as const) {
      expect(ids(store, entities(none))).toEqual([]);
    }
  });

  test('say what became of them, and what else would have kept them out', async () => {
    const store = await views();
    const open = store.open({ of: entities('entered') });
    expect(shown(store, open, 'id', 'outcome', 'detail', 'also', 'score')).toEqual([
      ['1', 'Delivered', null, null, '8'],
      ['2', 'Rule low', '1', 'Rule team', '1'],
      ['5', 'Rule team', null, null, '3'],
      ['9', 'Rule low', '1', 'Rule team', '1'],
      ['007', 'Delivered', null, null, '7'],
    ]);
  });

  test('carry their key, by which their story is asked for', async () => {
    const store = await views();
    const { view } = store.open({ of: entities('delivered') });
    expect(store.page(view, 1, 1).rows.map(({ key }) => key)).toEqual([['007']]);
  });
});

test('who came or left between two runs can be those of one reason', async () => {
  const path = join(tempFolder(), 'w.muster');
  const before = FILES;
  const after = {
    ...FILES,
    'people-1.csv': String(FILES['people-1.csv'])
      .replace('1,2026-03-01,8,red', '1,2026-03-01,8,blue')
      .replace('007,2026-01-02,7', '007,2026-01-02,0'),
  };
  const recipe = aPeopleRecipe(PARTS);
  await aRun(recipe, before, { workspace: path });
  await aRun(recipe, after, { workspace: path });
  const db = openWorkspaceForReading(path);
  onTestFinished(() => {
    db.close();
  });
  const store = new ViewStore(db, () => recipe);
  const left = (reason?: string): Of => {
    return { kind: 'difference', from: 1, to: 2, which: 'left', ...(reason !== undefined && { reason }) };
  };
  expect(ids(store, left())).toEqual(['1', '007']);
  expect(ids(store, left('blue'))).toEqual(['1']);
  expect(ids(store, left('low'))).toEqual(['007']);
  expect(ids(store, { kind: 'difference', from: 2, to: 1, which: 'came', reason: 'blue' })).toEqual(['1']);
});

describe('what a run wrote', () => {
  test('shows an output as its file has it', async () => {
    const store = await views();
    const open = store.open({ of: { kind: 'output', run: 1, output: 'delivery' } });
    expect(open.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['id', 'id'],
      ['spend', 'decimal'],
      ['score', 'integer'],
    ]);
    expect(shown(store, open, 'id', 'spend')).toEqual([
      ['1', '12.30'],
      ['007', '1.00'],
    ]);
  });

  test('shows the rows of a table, and the records that it left out', async () => {
    const store = await views();
    expect(ids(store, { kind: 'table', run: 1, table: 'person' })).toEqual(['1', '2', '5', '9', '007']);
    const open = store.open({ of: { kind: 'superseded', run: 1, table: 'person' } });
    expect(shown(store, open, 'id', 'line')).toEqual([['1', '2']]);
  });
});

test('the entities of a group are found by a value of whatever type', async () => {
  const parts: RecipeParts = {
    key: ['team', 'score', 'id'],
    tables: [{ ...PERSON_TABLE, key: ['team', 'score', 'id'] }],
    by: { columns: ['team', 'score'] },
    outputs: [
      { ...DELIVERY, sql: 'select team, score, id from survivor where team is not null order by entity' },
    ],
  };
  const store = await views(parts, { 'people-1.csv': lines('id,team,score', '1,7,-3', '2,7,4', '3,07,4') });
  const of = { kind: 'entities', run: 1, which: 'in', stage: 'population' } as const;
  expect(ids(store, { ...of, group: { team: '7', score: '-3' } })).toEqual(['1']);
  expect(ids(store, { ...of, group: { team: '07', score: '4' } })).toEqual(['3']);
});

test('shows the rows that a derived table leaves out, in linear time', async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `${index},x,1`);
  const parts: RecipeParts = {
    key: ['team', 'id'],
    tables: [
      { ...PERSON_TABLE, key: ['team', 'id'] },
      {
        table: 'odd',
        of: 'person',
        rows: 'any',
        key: ['id', 'team'],
        sql: 'select team, id from person where id % 2 = 1',
      },
    ],
    outputs: [{ ...DELIVERY, sql: 'select team, id from survivor order by entity' }],
  };
  const store = await views(parts, { 'people-1.csv': ['id,team,score', ...many].join('\n') });
  const started = performance.now();
  const { rows } = store.open({ of: { kind: 'left out', run: 1, table: 'odd' } });
  expect(rows).toBe(10_000);
  expect(performance.now() - started).toBeLessThan(1500);
});

describe('entities that are missing from the output', () => {
  const of = { kind: 'entities', run: 1, which: 'missing' } as const;

  test('are shown also where the output has a row without a key', async () => {
    const sql = 'select id from survivor where id <> 1 union all select null';
    const store = await views({ outputs: [{ ...DELIVERY, sql }] });
    expect(ids(store, of)).toEqual(['1']);
  });

  test('are found in linear time by a key of several columns', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `${index},x`);
    const key = ['team', 'id'];
    const store = await views(
      {
        key,
        tables: [{ ...PERSON_TABLE, key }],
        outputs: [{ ...DELIVERY, sql: 'select team, id from survivor where id % 2 = 1' }],
      },
      { 'people-1.csv': ['id,team', ...many].join('\n') },
    );
    const started = performance.now();
    expect(store.open({ of }).rows).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('the quarantine', () => {
  const of = { kind: 'quarantine', filter: { source: 'people' } } as const;

  test('shows reasons in words, and of several files the cells of a column in one place', async () => {
    const store = await views();
    const open = store.open({ of });
    expect(shown(store, open, 'file', 'line', 'reasons', 'faulty', 'id', 'score')).toEqual([
      ['people-1.csv', '6', 'score: not a number', 'soon', 'x', 'soon'],
      ['people-2.csv', '2', 'seen_on: not a date', 'never', '3', '8'],
      ['people-2.csv', '3', 'seen_on: not a date; score: not a number', 'never; soon', '4', 'soon'],
    ]);
  });

  test('marks the faulty cells', async () => {
    const store = await views();
    const open = store.open({ of });
    const names = open.columns.map(({ name }) => name);
    const marked = store.page(open.view, 0, 10).rows.map(({ faulty = [] }) => faulty.map((at) => names[at]));
    expect(marked).toEqual([['score'], ['seen_on'], ['seen_on', 'score']]);
  });

  test('can be filtered by column and code', async () => {
    const store = await views();
    const filter = { source: 'people', column: 'score', code: 'not_a_number' };
    expect(ids(store, { kind: 'quarantine', filter })).toEqual(['x', '4']);
  });
});

describe('a view', () => {
  test('gives any page by position', async () => {
    const store = await views();
    const { view } = store.open({ of: entities('entered') });
    expect(store.page(view, 3, 2).rows.map(({ cells }) => cells[0])).toEqual(['9', '007']);
    expect(store.page(view, 5, 2).rows).toEqual([]);
  });

  test('that was closed says so', async () => {
    const store = await views();
    const { view } = store.open({ of: entities('entered') });
    store.closeView(view);
    expect(() => store.page(view, 0, 1)).toThrow('This list is not open any more.');
  });

  test('goes when many others were opened since, but not while it is looked at', async () => {
    const store = await views();
    const [watched, forgotten] = [
      store.open({ of: entities('in', 'low') }),
      store.open({ of: entities('entered') }),
    ];
    for (let other = 0; other < 39; other++) {
      store.page(watched.view, 0, 1);
      store.open({ of: entities('delivered') });
    }
    expect(store.page(watched.view, 0, 1).rows).toHaveLength(1);
    expect(() => store.page(forgotten.view, 0, 1)).toThrow('not open any more');
  });

  test('of what is not there is refused by name', async () => {
    const store = await views();
    expect(() => store.open({ of: { kind: 'source', source: 'visits' } })).toThrow('no source visits');
    expect(() => store.open({ of: entities('dropped', 'nowhere') })).toThrow('no stage nowhere');
    expect(() => store.open({ of: { kind: 'output', run: 7, output: 'delivery' } })).toThrow('no run 7');
    const sort = [{ column: 'reasons', descending: false }];
    expect(() => store.open({ of: { kind: 'quarantine', filter: {} }, sort })).toThrow('cannot be sorted');
  });
});
