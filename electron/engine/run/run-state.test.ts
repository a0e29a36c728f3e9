import { expect, test } from 'vitest';
import { aCorrection, aKeptLoadedWorkspace, aKeptRun, loadInto } from '../testing/a-kept-run.ts';
import { aPeopleRecipe, PEOPLE_SOURCE } from '../testing/a-people-recipe.ts';
import { AS_OF } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { runStateOf } from './run-state.ts';

const LOW = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" };
const RECIPE = aPeopleRecipe({ rules: [LOW] });
const FILES = {
  'people-1.csv': lines('id,score', '1,1', '2,2'),
  'people-2.csv': lines('id,score', '3,x'),
};

async function aWorkspaceWithARun() {
  const workspace = await aKeptLoadedWorkspace(RECIPE, FILES);
  await aKeptRun(workspace, RECIPE);
  const differences = (recipe = RECIPE) => {
    const state = runStateOf(workspace.db, recipe, []);
    if (state.kind === 'none') throw new Error('There is a run.');
    expect(state.kind).toBe(state.differences.length === 0 ? 'current' : 'outdated');
    return state.differences;
  };
  return { workspace, differences };
}

test('before the first run the state says what is missing', async () => {
  const { db } = await aKeptLoadedWorkspace(RECIPE, FILES);
  expect(runStateOf(db, RECIPE, ['marks'])).toEqual({ kind: 'none', missing: ['marks'], blockers: [] });
  expect(runStateOf(db, RECIPE, [])).toEqual({ kind: 'none', missing: [], blockers: [] });
});

test('after a run the state gives its figures', async () => {
  const { workspace } = await aWorkspaceWithARun();
  expect(runStateOf(workspace.db, RECIPE, [])).toEqual({
    kind: 'current',
    run: 1,
    asOf: AS_OF,
    entered: 2,
    delivered: 1,
    balanced: true,
    cautions: [],
    differences: [],
    missing: [],
    blockers: [],
  });
});

test('of an incremental source files of one name are told apart by their content', async () => {
  const { people } = PEOPLE_SOURCE;
  const recipe = aPeopleRecipe({ sources: { people: { ...people, incremental: true } } });
  const text = { 'people.csv': lines('id', '1') };
  const workspace = await aKeptLoadedWorkspace(recipe, text);
  await aKeptRun(workspace, recipe);
  await loadInto(workspace, recipe, text);
  expect(runStateOf(workspace.db, recipe, [])).toMatchObject({ kind: 'current' });
  await loadInto(workspace, recipe, { 'people.csv': lines('id', 'x') });
  expect(runStateOf(workspace.db, recipe, [])).toMatchObject({
    differences: ['people.csv of people was added.', '1 more record of people is accepted.'],
  });
});

test('files that were added, changed, taken away or renamed make it outdated', async () => {
  const { workspace, differences } = await aWorkspaceWithARun();
  await loadInto(workspace, RECIPE, {
    'people-1.csv': lines('id,score', '1,1', '2,2', '5,5', '6,6'),
    'people-3.csv': lines('id,score', '7,7'),
    'people-4.csv': FILES['people-2.csv'],
  });
  expect(differences()).toEqual([
    'people-2.csv of people is called people-4.csv now.',
    'people-3.csv of people was added.',
    'people-1.csv of people has other content.',
    '3 more records of people are accepted.',
  ]);
  await loadInto(workspace, RECIPE, { 'people-2.csv': FILES['people-2.csv'] });
  expect(differences()).toEqual([
    'people-1.csv of people was taken away.',
    '2 fewer records of people are accepted.',
  ]);
  await loadInto(workspace, RECIPE, FILES);
  expect(differences()).toEqual([]);
});

test('a file that is read in another way makes it outdated', async () => {
  const { workspace, differences } = await aWorkspaceWithARun();
  workspace.db.exec(`update import set reading = '{"delimiter":","}' where file = 'people-1.csv'`);
  expect(differences()).toEqual(['people-1.csv of people is read in another way.']);
});

test('corrections made and switched off since make it outdated, records set aside do not', async () => {
  const { workspace, differences } = await aWorkspaceWithARun();
  aCorrection(workspace, { newText: '4' });
  aCorrection(workspace, { newText: '5' });
  aCorrection(workspace, { newText: '6', active: false });
  aCorrection(workspace, { newText: '', kind: 'set aside' });
  expect(differences()).toEqual(['2 corrections since.']);
  await aKeptRun(workspace, RECIPE);
  expect(differences()).toEqual([]);
  workspace.db.exec('update correction set active = 0 where correction = 1');
  expect(differences()).toEqual(['1 correction switched off since.']);
});

test('a recipe whose files have changed makes it outdated', async () => {
  const { differences } = await aWorkspaceWithARun();
  const other = aPeopleRecipe({
    rules: [{ ...LOW, sql: LOW.sql.replace('2', '3') }],
    controls: [{ control: 'c', sql: 'select 0 as left, 0 as right' }],
  });
  expect(differences(other)).toEqual([
    'recipe.yaml and rules/low.sql of the recipe were changed.',
    'controls/controls-0.sql of the recipe was added.',
  ]);
});

test('files of a source that the recipe describes anew keep it from being run', async () => {
  const { workspace } = await aWorkspaceWithARun();
  const recipe = aPeopleRecipe({ sources: { people: { ...PEOPLE_SOURCE.people, unique: [['id']] } } });
  expect(runStateOf(workspace.db, recipe, []).blockers).toEqual([
    'The recipe describes people in another way by now: add its files again.',
  ]);
});

test('a run that was made before runs kept how files were read is compared by their names and content', async () => {
  const { workspace, differences } = await aWorkspaceWithARun();
  workspace.db.exec("update run set imports = '[]', corrections = '[]', made_at = ''");
  expect(differences()).toEqual([]);
});
