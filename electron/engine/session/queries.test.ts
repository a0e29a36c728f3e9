import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';

const RECIPE = aPeopleRecipe({
  outputs: [{ ...DELIVERY, description: 'Who is delivered.' }],
  rules: [{ stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" }],
  diagnostics: [
    {
      diagnostic: 'one',
      title: 'One person',
      sql: '-- One row a record.\nselect score, spend from people where id = :who',
      params: { who: { type: 'id', title: 'Who' } },
    },
  ],
});

const PEOPLE = lines(
  'id,seen_on,score,team,spend',
  '1,2026-01-01,1,red,1.25',
  '2,2026-02-01,3,"a,b",10',
  'x,never,1,,',
);

/** An open workspace with a run, its id bound to every call. */
async function aWorkspaceWithARun() {
  const { api, engine, folder } = anEngine();
  const path = join(folder, 'w.muster');
  await aRun(RECIPE, { 'people.csv': PEOPLE }, { workspace: path });
  const { workspace } = await api.workspaces.open({ path });
  return { api, engine, folder, workspace };
}

test('a query is run on the reading thread and looked at page by page', async () => {
  const { api, workspace } = await aWorkspaceWithARun();
  const { view, rows, milliseconds } = await api.queries.run({
    workspace,
    sql: 'select id, spend from people order by id',
  });
  expect(rows).toBe(2);
  expect(milliseconds).toBeGreaterThanOrEqual(0);
  expect(await api.views.page({ workspace, view, from: 1, count: 10 })).toEqual({
    from: 1,
    rows: [{ id: '2', cells: ['2', '10.00'], key: ['2'] }],
  });
  await expect(api.queries.run({ workspace, sql: 'select 1;\nattach x' })).rejects.toMatchObject({
    message: 'Line 2: a second statement begins here; one query is run at a time.',
    data: { nextStep: 'Remove it.' },
  });
});

test('the list has the diagnostics as they are written, then the saved queries by name', async () => {
  const { api, workspace } = await aWorkspaceWithARun();
  await api.queries.save({ workspace, name: ' Mine ', sql: 'select 1' });
  await api.queries.save({ workspace, name: 'Another', sql: 'select 2' });
  await api.queries.save({ workspace, name: 'Mine', sql: 'select 3' });
  const listed = await api.queries.list({ workspace });
  expect(listed.map(({ kind, name, sql }) => [kind, name, sql])).toEqual([
    ['diagnostic', 'one', '-- One row a record.\nselect score, spend from people where id = :who'],
    ['own', 'Another', 'select 2'],
    ['own', 'Mine', 'select 3'],
  ]);
  expect(listed[0]?.params).toEqual([
    { name: 'who', type: 'id', title: 'Who', description: '', default: null, values: null, warns: {} },
  ]);
  await api.queries.remove({ workspace, name: 'Mine' });
  expect((await api.queries.list({ workspace })).map(({ name }) => name)).toEqual(['one', 'Another']);
  await expect(api.queries.remove({ workspace, name: 'Mine' })).rejects.toThrow(
    'There is no saved query "Mine".',
  );
});

test('whoever watches hears that the saved queries have changed', async () => {
  const { api, workspace } = await aWorkspaceWithARun();
  const events = await api.events.watch({ workspace });
  // Nobody listens before the first event is asked for.
  await events.next();
  await api.queries.save({ workspace, name: 'Mine', sql: 'select 1' });
  for await (const event of events) {
    if (event.kind !== 'changed') continue;
    expect(event.topics).toEqual(['queries']);
    break;
  }
});

test('whoever begins to watch hears of what has changed since the overview, and otherwise of nothing', async () => {
  const { api, workspace } = await aWorkspaceWithARun();
  const firstChange = async (since: number, act?: () => Promise<unknown>) => {
    const events = await api.events.watch({ workspace, since });
    await events.next();
    await act?.();
    for await (const event of events) if (event.kind === 'changed') return event.topics;
    return undefined;
  };
  const { changes } = await api.workspaces.overview({ workspace });
  await api.queries.save({ workspace, name: 'Mine', sql: 'select 1' });
  expect(await firstChange(changes)).toContain('files');
  const { changes: now } = await api.workspaces.overview({ workspace });
  const remove = () => api.queries.remove({ workspace, name: 'Mine' });
  expect(await firstChange(now, remove)).toEqual(['queries']);
});

test('the tables are those that a query can name, with their columns in words', async () => {
  const { api, workspace } = await aWorkspaceWithARun();
  const tables = await api.queries.tables({ workspace });
  expect(tables.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    ...[
      'source people',
      'table person',
      'ledger population',
      'ledger survivor',
      'ledger verdict',
      'ledger ledger',
    ],
    'output delivery',
    ...['ledger quarantined_people', 'ledger loaded', 'ledger rejected_code', 'ledger source_load'],
    ...['ledger import', 'ledger quarantine', 'ledger fault', 'ledger rejected'],
  ]);
  expect(tables.find(({ name }) => name === 'delivery')).toEqual({
    name: 'delivery',
    kind: 'output',
    description: 'Who is delivered.',
    columns: [
      {
        name: 'id',
        description: "A plain number is compared without quotes: = 533, any other id with them: = '007'",
      },
    ],
  });
  for (const { name } of tables) await api.queries.run({ workspace, sql: `select * from ${name}` });
});

test('all rows of a query are written as CSV, and nothing where it fails', async () => {
  const { api, workspace, folder } = await aWorkspaceWithARun();
  const target = join(folder, 'out.csv');
  const sql = 'select id, team, spend, null as blank from people order by id;';
  expect(await api.queries.export({ workspace, sql, target })).toEqual({
    saved: { kind: 'file', path: target },
    rows: 2,
  });
  expect(readFileSync(target, 'utf8')).toBe('id,team,spend,blank\n1,red,1.25,\n2,"a,b",10.00,\n');

  writeFileSync(target, 'as it was');
  const failing = "select json_extract(team, '$') from people order by id";
  await expect(api.queries.export({ workspace, sql: failing, target })).rejects.toThrow(
    'The query failed while it ran: malformed JSON.',
  );
  expect(readFileSync(target, 'utf8')).toBe('as it was');
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  const nowhere = join(folder, 'none', 'out.csv');
  await expect(api.queries.export({ workspace, sql, target: nowhere })).rejects.toThrow(
    `${nowhere}: it does not exist.`,
  );
  expect(existsSync(nowhere)).toBe(false);
});

test('a diagnostic is exported with the values that it asks for', async () => {
  const { api, workspace, folder } = await aWorkspaceWithARun();
  const target = join(folder, 'one.csv');
  const sql = 'select score, spend from people where id = :who';
  await api.queries.export({ workspace, sql, diagnostic: 'one', params: { who: '2' }, target });
  expect(readFileSync(target, 'utf8')).toBe('score,spend\n3,10.00\n');
});
