import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Api } from '../../contract/api.ts';
import { LOOKUPS, lookupRecipe } from '../testing/a-lookup-recipe.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const AS_OF = '2026-11-20';
const PEOPLE = lines('id,seen_on,score,team,spend', '1,,2,red,', '2,,1,red,', '3,,1,blue,');
const OWN = [
  ['high', 'low'],
  ['low', 'low'],
];
const CHANGED = [
  ['high', 'low'],
  ['low', 'high'],
];
const SENTENCE = 'The lookup Level by score and team was changed since.';

function writeRecipe(folder: string, lookups?: string): void {
  for (const [name, content] of lookupRecipe(lookups).files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** A workspace of the recipe in a folder, its file loaded and run once. */
async function aRunWorkspace(api: Api) {
  const folder = tempFolder();
  writeRecipe(folder);
  const { workspace } = await api.workspaces.createFromFolder({ folder });
  await api.files.add({ workspace, files: [join(tempFolder({ 'people.csv': PEOPLE }), 'people.csv')] });
  await api.runs.start({ workspace, asOf: AS_OF, params: {} });
  return { folder, workspace };
}

async function levels(api: Api, workspace: string, run: number) {
  const { view } = await api.views.open({ workspace, of: { kind: 'output', run, output: 'delivery' } });
  const { rows } = await api.views.page({ workspace, view, from: 0, count: 9 });
  return rows.map(({ cells }) => cells[1]);
}

async function grid(api: Api, workspace: string) {
  const { lookups, copy } = await api.lookups.list({ workspace });
  return { grid: lookups.find(({ lookup }) => lookup === 'level_grid'), copy };
}

test('lookups are listed with their sides and values, and what a value may be', async () => {
  const { api } = anEngine();
  const { workspace } = await aRunWorkspace(api);
  const list = [
    ['book', 'Thank you.'],
    ['card', "It's | for you."],
  ];
  expect(await api.lookups.list({ workspace })).toEqual({
    lookups: [
      {
        ...{ kind: 'list', lookup: 'level', title: 'Levels', description: '', cells: list, own: list },
        key: { title: 'Level', values: ['high', 'low'] },
        columns: ['Gift', 'Note to them'],
      },
      {
        ...{ kind: 'grid', lookup: 'level_grid', title: 'Level by score and team' },
        description: 'Whom we think highly of.',
        ...{ cells: OWN, own: OWN, value: 'Level', choices: ['high', 'low'], choiceTitles: null },
        rows: { title: 'Score', values: ['2', '1'] },
        columns: { title: 'Team', values: ['red', 'blue'] },
      },
    ],
    copy: null,
  });
  const { recipe } = await api.workspaces.overview({ workspace });
  expect(recipe.lookups).toContainEqual({ lookup: 'level_grid', title: 'Level by score and team' });
});

test('a changed lookup puts the run out of date and decides the next one; the run before shows what it was made with', async () => {
  const { api, engine, logged } = anEngine();
  const { workspace } = await aRunWorkspace(api);
  const files = await api.files.list({ workspace });
  await api.lookups.change({ workspace, lookup: 'level_grid', cells: CHANGED });
  expect(await grid(api, workspace)).toMatchObject({
    grid: { cells: CHANGED, own: OWN },
    copy: { isBehind: false },
  });
  const { run } = await api.workspaces.overview({ workspace });
  expect(run).toMatchObject({ kind: 'outdated', differences: [SENTENCE], blockers: [] });
  // What is loaded stays what it is.
  expect(await api.files.list({ workspace })).toEqual(files);
  const asked = { workspace, sql: "select count(*) from level_grid where level = 'high'" };
  const before = await api.queries.run(asked);
  expect((await api.views.page({ workspace, view: before.view, from: 0, count: 1 })).rows[0]?.cells).toEqual([
    '1',
  ]);

  expect(await api.runs.start({ workspace, asOf: AS_OF, params: {} })).toEqual({ run: 2, balanced: true });
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({
    kind: 'current',
    differences: [],
  });
  expect(await levels(api, workspace, 1)).toEqual(['high', 'low', 'low']);
  expect(await levels(api, workspace, 2)).toEqual(['high', 'low', 'high']);
  expect((await api.runs.get({ workspace, run: 2 })).reconciliation.warnings).toEqual([
    "This run uses the workspace's own copy of the recipe, in which Level by score and team was changed.",
  ]);
  expect((await api.runs.get({ workspace, run: 1 })).reconciliation.warnings).toBeUndefined();
  const after = await api.queries.run(asked);
  expect((await api.views.page({ workspace, view: after.view, from: 0, count: 1 })).rows[0]?.cells).toEqual([
    '2',
  ]);
  const compared = await api.runs.compare({ workspace, from: 1, to: 2 });
  expect(JSON.stringify(compared)).toContain(SENTENCE);

  // The copy is the file's: it is used by whoever opens it next.
  await engine.close();
  expect(await grid(api, workspace)).toMatchObject({ grid: { cells: CHANGED }, copy: { isBehind: false } });
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({ kind: 'current' });
  expect(logged).toEqual([]);
});

test('a run that is asked for right behind a change is made with it', async () => {
  const { api } = anEngine();
  const { workspace } = await aRunWorkspace(api);
  await Promise.all([
    api.lookups.change({ workspace, lookup: 'level_grid', cells: CHANGED }),
    api.runs.start({ workspace, asOf: AS_OF, params: {} }),
  ]);
  expect(await levels(api, workspace, 2)).toEqual(['high', 'low', 'high']);
});

test('what the recipe may not say is refused with the cell, and nothing is kept of it', async () => {
  const { api } = anEngine();
  const { workspace } = await aRunWorkspace(api);
  const cells = [
    ['high', 'low'],
    ['', 'high'],
  ];
  await expect(api.lookups.change({ workspace, lookup: 'level_grid', cells })).rejects.toMatchObject({
    code: 'FAILURE',
    message: expect.stringContaining('level_grid has no level for score 1, team red.'),
  });
  expect(await grid(api, workspace)).toMatchObject({ grid: { cells: OWN }, copy: null });
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({ kind: 'current' });
});

test("the recipe's own can be taken again, and a lookup that is changed back is the recipe's own", async () => {
  const { api } = anEngine();
  const { workspace } = await aRunWorkspace(api);
  await api.lookups.change({ workspace, lookup: 'level_grid', cells: CHANGED });
  await api.lookups.restore({ workspace });
  expect(await grid(api, workspace)).toMatchObject({ grid: { cells: OWN, own: OWN }, copy: null });
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({ kind: 'current' });

  await api.lookups.change({ workspace, lookup: 'level_grid', cells: CHANGED });
  await api.lookups.change({ workspace, lookup: 'level_grid', cells: OWN });
  expect(await grid(api, workspace)).toMatchObject({ copy: null });
});

test('a recipe that was changed since the copy was made is not taken unasked, and said to be another', async () => {
  const { api, engine } = anEngine();
  const { folder, workspace } = await aRunWorkspace(api);
  await api.lookups.change({ workspace, lookup: 'level_grid', cells: CHANGED });
  await engine.close();
  writeRecipe(folder, LOOKUPS.replace('gift: card', 'gift: flower'));
  expect(await grid(api, workspace)).toMatchObject({ grid: { cells: CHANGED }, copy: { isBehind: true } });
  await api.runs.start({ workspace, asOf: AS_OF, params: {} });
  expect(await levels(api, workspace, 2)).toEqual(['high', 'low', 'high']);

  await api.lookups.restore({ workspace });
  const { lookups, copy } = await api.lookups.list({ workspace });
  expect(copy).toBeNull();
  expect(lookups[0]?.cells[1]?.[0]).toBe('flower');
  expect((await api.workspaces.overview({ workspace })).run).toMatchObject({
    differences: ['The lookup Levels was changed since.', SENTENCE],
  });
});
