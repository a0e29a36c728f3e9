import { expect, test } from 'vitest';
import type { OnProgress, Progress } from '../../contract/progress.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { aKeptLoadedWorkspace } from '../testing/a-kept-run.ts';
import { aPeopleRecipe, DELIVERY, PEOPLE_SOURCE } from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { CancelFlag, Cancelled, guardReads } from '../workspace/cancel.ts';
import { count, openForReading } from '../workspace/database.ts';
import { runLoaded } from './run-loaded.ts';
import { runRecord } from './run-record.ts';

const PEOPLE: FileTexts = { 'people.csv': lines('id,score', '1,1', '2,2', '3,x') };

const LOW = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" };

const CONTROL = {
  control: 'everybody',
  sql: 'select count(*) as left, count(*) as right from person',
};

const silent = () => {};

const request = (recipe: Recipe) => ({ recipe, asOf: AS_OF, params: {} });

test('a run over what is loaded says the same as one that loads the same files', async () => {
  const recipe = aPeopleRecipe({ rules: [LOW], controls: [CONTROL] });
  const workspace = await aKeptLoadedWorkspace(recipe, PEOPLE);
  const { reconciliation } = await runLoaded(workspace, request(recipe), silent);
  expect(reconciliation).toEqual((await aRun(recipe, PEOPLE)).reconciliation);
});

test('a run keeps when it was made, its files and its corrections', async () => {
  const recipe = aPeopleRecipe();
  const workspace = await aKeptLoadedWorkspace(recipe, PEOPLE);
  const before = new Date().toISOString();
  await runLoaded(workspace, request(recipe), silent);
  const record = runRecord(workspace.db, 1);
  expect(record.madeAt >= before && record.madeAt <= new Date().toISOString()).toBe(true);
  expect(record.imports).toEqual([
    {
      source: 'people',
      file: 'people.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      reading: {},
      ...{ read: 3, accepted: 2, rejected: 1, bytes: 21, milliseconds: expect.any(Number) },
    },
  ]);
  expect(record.corrections).toBe(0);
});

test('steps are counted, the reconciliation among them', async () => {
  const recipe = aPeopleRecipe({ rules: [LOW], controls: [CONTROL] });
  const workspace = await aKeptLoadedWorkspace(recipe, PEOPLE);
  const said: Progress[] = [];
  await runLoaded(workspace, request(recipe), (progress) => said.push(progress));
  const steps = said.flatMap((each) => (each.kind === 'step' ? [[each.name, each.done, each.of]] : []));
  expect(steps).toEqual([
    ['person', 0, 5],
    ['low', 1, 5],
    ['delivery.csv', 2, 5],
    ['everybody', 3, 5],
    ['reconciliation', 4, 5],
  ]);
});

test('a run is refused while required sources have no file', async () => {
  const sources = { ...PEOPLE_SOURCE, marks: { files: ['marks.csv'], columns: { id: { type: 'id' } } } };
  const optional = aPeopleRecipe({
    sources: { ...sources, marks: { ...sources.marks, required: false } },
    rules: [{ stage: 'marked', sql: "select id, 'marked' as reason, null as detail from marks" }],
  });
  const workspace = await aKeptLoadedWorkspace(aPeopleRecipe(), PEOPLE);
  await expect(runLoaded(workspace, request(aPeopleRecipe({ sources })), silent)).rejects.toThrow(
    'marks has no file yet.',
  );
  expect(count(workspace.db, 'select count(*) from run')).toBe(0);
  const { reconciliation } = await runLoaded(workspace, request(optional), silent);
  expect(reconciliation).toMatchObject({ balanced: true, outcome: { delivered: 2 } });
});

test('a run is refused when its files were loaded under another definition of their source', async () => {
  const workspace = await aKeptLoadedWorkspace(aPeopleRecipe(), PEOPLE);
  const recipe = aPeopleRecipe({
    sources: { people: { ...PEOPLE_SOURCE.people, unique: [['id']] } },
  });
  await expect(runLoaded(workspace, request(recipe), silent)).rejects.toThrow(
    'The recipe describes people in another way',
  );
});

const RECIPE = aPeopleRecipe({ rules: [LOW], controls: [CONTROL] });

test.each([['person'], ['low'], ['delivery.csv'], ['everybody']])(
  'a statement of the step %s can be stopped, and nothing of the run stays',
  async (name) => {
    const workspace = await aKeptLoadedWorkspace(RECIPE, PEOPLE);
    const flag = new CancelFlag();
    guardReads(workspace.db, flag);
    // Raised as the step begins and looked at by nobody but its statement.
    const raise: OnProgress = (progress) => {
      if (progress.kind === 'step' && progress.name === name) flag.raise();
    };
    const recipe: Recipe = {
      ...RECIPE,
      outputs: RECIPE.outputs.map((output) => ({
        ...output,
        query: { ...output.query, sql: 'select id from survivor join person using (id) order by id' },
      })),
    };
    await expect(runLoaded(workspace, request(recipe), raise)).rejects.toThrow(Cancelled);
    expect(workspace.db.inTransaction).toBe(false);
    expect(count(workspace.db, 'select count(*) from run')).toBe(0);
    expect(
      count(workspace.db, "select count(*) from sqlite_schema where name like 'run\\_%' escape '\\'"),
    ).toBe(0);
    flag.lower();
    const { tables, reconciliation } = await runLoaded(workspace, request(recipe), silent);
    expect(tables.run).toBe(1);
    expect(reconciliation).toMatchObject({ balanced: true, outcome: { delivered: 1 } });
  },
);

test('the guard that lets statements stop does not change what a run says', async () => {
  const recipe = aPeopleRecipe({ rules: [LOW], outputs: [DELIVERY], controls: [CONTROL] });
  const [plain, guarded] = [
    await aKeptLoadedWorkspace(recipe, PEOPLE),
    await aKeptLoadedWorkspace(recipe, PEOPLE),
  ];
  guardReads(guarded.db, new CancelFlag());
  const { reconciliation } = await runLoaded(guarded, request(recipe), silent);
  expect(reconciliation).toEqual((await runLoaded(plain, request(recipe), silent)).reconciliation);
});

test('a reader sees nothing of a run before it is complete', async () => {
  const recipe = aPeopleRecipe({ rules: [LOW] });
  const workspace = await aKeptLoadedWorkspace(recipe, PEOPLE);
  const reader = openForReading(workspace.path);
  const seen: number[] = [];
  const look = () => seen.push(count(reader, "select count(*) from sqlite_schema where name glob 'run_*'"));
  await runLoaded(workspace, request(recipe), look);
  expect(new Set(seen)).toEqual(new Set([0]));
  look();
  reader.close();
  expect(seen.at(-1)).toBeGreaterThan(0);
});
