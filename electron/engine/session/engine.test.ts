import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLES_FOLDER } from '../paths.ts';
import { aPeopleRecipe, recipeText } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';

const PEOPLE = { 'people.csv': lines('id,seen_on', '1,2026-01-01') };

test('a new workspace stands under its recipe’s title, the next under another name, and both are recent', async () => {
  const { api, folder, notices } = anEngine();
  const first = await api.workspaces.create({ recipe: 'eligible-audience' });
  const second = await api.workspaces.create({ recipe: 'eligible-audience' });
  expect([first, second].map(({ workspace }) => workspace)).toEqual([
    join(folder, 'Eligible audience.muster'),
    join(folder, 'Eligible audience 2.muster'),
  ]);
  const { recents } = await api.workspaces.home();
  expect(recents.map(({ name, there }) => [name, there])).toEqual([
    ['Eligible audience 2', true],
    ['Eligible audience', true],
  ]);
  expect(notices).toEqual([first, second].map(({ workspace }) => ({ kind: 'opened', path: workspace })));
});

test('the sample of each recipe is every file of its folder, whatever their names end in', async () => {
  const { api } = anEngine();
  const { recipes } = await api.workspaces.home();
  expect(recipes.filter(({ hasSample }) => hasSample)).toHaveLength(5);
  for (const { id } of recipes) {
    const { files } = await api.workspaces.createSample({ recipe: id });
    expect(files.map(({ name }) => name).sort()).toEqual(readdirSync(join(SAMPLES_FOLDER, id)).sort());
  }
});

test('a name that would leave the folder of workspaces does not', async () => {
  const { api, folder } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience', name: '../..\\a:b' });
  expect(workspace.startsWith(folder)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.muster'))).toHaveLength(1);
});

test('a workspace of a recipe in a folder opens where that folder is gone', async () => {
  const { api, engine } = anEngine();
  const folder = tempFolder();
  const text = recipeText({ id: 'own-people' });
  for (const [name, content] of text.files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { workspace } = await api.workspaces.createFromFolder({ folder });
  await engine.close();
  rmSync(folder, { recursive: true });
  expect((await api.workspaces.overview({ workspace })).recipe.id).toBe('own-people');
});

test('a workspace that the command line made opens as well', async () => {
  const { api } = anEngine();
  const path = join(tempFolder(), 'cli.muster');
  await aRun(aPeopleRecipe(), PEOPLE, { workspace: path });
  const { workspace } = await api.workspaces.openFile({ file: path });
  expect(await api.workspaces.overview({ workspace })).toMatchObject({
    name: 'cli',
    recipe: { title: 'People', entity: 'person' },
    files: { loaded: 1, missing: 0 },
    runs: 1,
  });
});

test('what is no workspace is refused in a sentence, and is not remembered', async () => {
  const { api, folder } = anEngine();
  const path = join(folder, 'list.muster');
  writeFileSync(path, 'id,email\n');
  await expect(api.workspaces.openFile({ file: path })).rejects.toMatchObject({
    code: 'FAILURE',
    message: `${path} is no Muster workspace.`,
    data: { nextStep: 'Name another file.' },
  });
  await expect(api.workspaces.open({ path: join(folder, 'gone.muster') })).rejects.toMatchObject({
    code: 'FAILURE',
    data: { nextStep: 'Choose another, or make a new one.' },
  });
  expect((await api.workspaces.home()).recents).toEqual([]);
});

test('once everything is closed a workspace is one file', async () => {
  const { api, engine, folder } = anEngine();
  await api.workspaces.create({ recipe: 'eligible-audience' });
  await engine.close();
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['Eligible audience.muster']);
});

test('a workspace is opened once, however many ask for it at the same moment', async () => {
  const { engine, api, notices } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  await engine.close();
  const [one, other] = await Promise.all([engine.workspace(workspace), engine.workspace(workspace)]);
  expect(one).toBe(other);
  expect(notices).toHaveLength(2);
});

test('a copy is a workspace of its own, and replaces what stands there only as a whole', async () => {
  const { api, folder } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  const copy = join(folder, 'copy.muster');
  writeFileSync(copy, 'something else');
  expect(await api.workspaces.saveCopy({ workspace, target: copy })).toEqual({ kind: 'file', path: copy });
  expect(await api.workspaces.openFile({ file: copy })).toEqual({ workspace: copy });
  const nowhere = join(folder, 'no folder', 'copy.muster');
  await expect(api.workspaces.saveCopy({ workspace, target: nowhere })).rejects.toMatchObject({
    code: 'FAILURE',
  });
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('a workspace taken from the list stays where it is', async () => {
  const { api } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  expect((await api.workspaces.forget({ path: workspace })).recents).toEqual([]);
  expect(existsSync(workspace)).toBe(true);
});

test('a list of recent workspaces that cannot be read is an empty one', async () => {
  const folder = tempFolder({ '.recents.json': '[{"path": 7}]' });
  const { api } = anEngine(folder);
  expect((await api.workspaces.home()).recents).toEqual([]);
  await api.workspaces.create({ recipe: 'eligible-audience' });
  expect(JSON.parse(readFileSync(join(folder, '.recents.json'), 'utf8'))).toHaveLength(1);
});

test('where the list cannot be kept a workspace opens all the same', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, '.recents.json'));
  const { api, logged } = anEngine(folder);
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  expect((await api.workspaces.overview({ workspace })).name).toBe('Eligible audience');
  expect(logged).toHaveLength(1);
});
