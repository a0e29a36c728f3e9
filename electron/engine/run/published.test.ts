import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OnProgress } from '../../contract/progress.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { aKeptLoadedWorkspace } from '../testing/a-kept-run.ts';
import { aPeopleRecipe, DELIVERY } from '../testing/a-people-recipe.ts';
import { AS_OF, aRequest } from '../testing/a-run.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { identifier, type WritableDb } from '../workspace/database.ts';
import { executeRun } from './execute-run.ts';
import { publishedDifferences, publishedSeals, publishRun, unpublishRun } from './published.ts';
import { runRecipe } from './run-recipe.ts';
import { runStateOf } from './run-state.ts';

const PUBLISHED = [{ table: 'written_to', output: 'delivery.csv', columns: ['id'] }] as const;

/** People who were delivered by a published run are left out. */
const RECIPE = aPeopleRecipe({
  rules: [
    {
      stage: 'known',
      sql: "select id, 'known' as reason, min(as_of) as detail from written_to where as_of <= :as_of group by id",
    },
  ],
  published: PUBLISHED,
});

const FILES = { 'people.csv': 'id,score\n1,1\n2,2\n' };

async function loaded(recipe: Recipe = RECIPE) {
  const { db } = await aKeptLoadedWorkspace(recipe, FILES);
  return {
    db,
    run: (knows?: number) => executeRun(db, { ...aRequest(recipe), ...(knows && { knows }) }, () => {}),
  };
}

test('what a published run delivered is known to later runs, that of a run which is not published is not', async () => {
  const { db, run } = await loaded();
  expect(run().reconciliation.outcome.delivered).toBe(2);
  expect(run().reconciliation.outcome.delivered).toBe(2);
  expect(publishRun(db, RECIPE, 2)).toBe(2);
  expect(run().reconciliation.outcome).toMatchObject({ delivered: 0, dropped: 2 });
});

test('a publication that is taken back is known no more', async () => {
  const { db, run } = await loaded();
  run();
  publishRun(db, RECIPE, 1);
  unpublishRun(db, 1);
  expect(run().reconciliation.outcome.delivered).toBe(2);
});

test('a run that is tried out again knows what it knew then, not itself', async () => {
  const { db, run } = await loaded();
  run();
  publishRun(db, RECIPE, 1);
  expect(run(1).reconciliation.outcome.delivered).toBe(2);
});

describe('publishing is refused', () => {
  test('of a run that does not balance', async () => {
    const lossy = aPeopleRecipe({
      published: PUBLISHED,
      outputs: [{ ...DELIVERY, sql: 'select id from survivor where id = 1' }],
    });
    const { db, run } = await loaded(lossy);
    run();
    expect(() => publishRun(db, lossy, 1)).toThrow('Run 1 does not balance, so it cannot be published.');
  });

  test('of a run that is published, and of one that is not there', async () => {
    const { db, run } = await loaded();
    run();
    publishRun(db, RECIPE, 1);
    expect(() => publishRun(db, RECIPE, 1)).toThrow('Run 1 is published already.');
    expect(() => publishRun(db, RECIPE, 7)).toThrow('There is no run 7 in this workspace.');
    expect(() => unpublishRun(db, 7)).toThrow('There is no run 7 in this workspace.');
  });

  test('by a recipe that publishes nothing', async () => {
    const recipe = aPeopleRecipe();
    const { db, run } = await loaded(recipe);
    run();
    expect(() => publishRun(db, recipe, 1)).toThrow('The recipe test-people publishes nothing.');
  });
});

test('a recipe that keeps other columns by now finds them in the lists of the published runs', async () => {
  const { db, run } = await loaded();
  run();
  publishRun(db, RECIPE, 1);
  const wider = aPeopleRecipe({
    published: [{ table: 'written_to', output: 'delivery.csv', columns: ['id', 'score'] }],
    outputs: [{ ...DELIVERY, sql: 'select id, score from survivor join person using (id) order by id' }],
  });
  expect(() => executeRun(db, aRequest(wider), () => {})).toThrow(
    'Run 1 is published, and its list delivery has no column score, of which written_to is made by now.',
  );
});

describe('a recipe that changes', () => {
  const described = (published: object) => aPeopleRecipe({ published: [{ ...PUBLISHED[0], ...published }] });
  const knownOf = (db: WritableDb, recipe: Recipe) => {
    executeRun(db, aRequest(recipe), () => {});
    const [{ table = '' } = {}] = recipe.published;
    return db
      .prepare(`select run, id from ${identifier(table)} order by run, id`)
      .raw()
      .all();
  };

  test('can take back the publication of a run whose list lacks what it keeps by now', async () => {
    const { db, run } = await loaded();
    run();
    run();
    publishRun(db, RECIPE, 1);
    publishRun(db, RECIPE, 2);
    const wider = aPeopleRecipe({
      published: [{ table: 'written_to', output: 'delivery.csv', columns: ['id', 'score'] }],
      outputs: [{ ...DELIVERY, sql: 'select id, score from survivor join person using (id) order by id' }],
    });
    unpublishRun(db, 1);
    unpublishRun(db, 2);
    expect(executeRun(db, aRequest(wider), () => {}).reconciliation.outcome.delivered).toBe(2);
  });

  test('and keeps its lists under another name for a while misses no run, and knows none that was taken back', async () => {
    const { db, run } = await loaded();
    run();
    run();
    const [plain, renamed] = [described({}), described({ table: 'sent_to' })];
    publishRun(db, plain, 1);
    publishRun(db, renamed, 2);
    unpublishRun(db, 1);
    expect(knownOf(db, plain)).toEqual([
      [2, 1],
      [2, 2],
    ]);
  });

  test('and publishes nothing for a while knows no run that was taken back meanwhile', async () => {
    const { db, run } = await loaded();
    run();
    publishRun(db, RECIPE, 1);
    unpublishRun(db, 1);
    expect(run().reconciliation.outcome.delivered).toBe(2);
  });

  test('to a list that a published run does not have says so', async () => {
    const { db, run } = await loaded();
    run();
    publishRun(db, RECIPE, 1);
    const other = aPeopleRecipe({
      published: [{ ...PUBLISHED[0], output: 'other.csv' }],
      outputs: [{ ...DELIVERY, file: 'other.csv' }],
    });
    expect(() => executeRun(db, aRequest(other), () => {})).toThrow(
      'Run 1 is published, and has no list other, of which written_to is made by now.',
    );
  });

  test('to another list has the rows of that list, of all published runs', async () => {
    const outputs = [DELIVERY, { file: 'best.csv', sql: 'select id from survivor order by id desc limit 1' }];
    const [all, best] = ['delivery.csv', 'best.csv'].map((output) =>
      aPeopleRecipe({ published: [{ ...PUBLISHED[0], output }], outputs }),
    );
    if (!all || !best) throw new Error('Two recipes.');
    const { db, run } = await loaded(all);
    run();
    publishRun(db, all, 1);
    expect(knownOf(db, best)).toEqual([[1, 2]]);
  });
});

test('the manifest of a run names what it knew, by a hash that tells other contents', async () => {
  const { db, run } = await loaded();
  run();
  expect(publishedSeals(db, RECIPE, 2)).toEqual([]);
  publishRun(db, RECIPE, 1);
  const [seal] = publishedSeals(db, RECIPE, 2);
  expect(seal).toMatchObject({ table: 'written_to', runs: 1, rows: 2 });
  run();
  unpublishRun(db, 1);
  publishRun(db, RECIPE, 1);
  expect(publishedSeals(db, RECIPE, 3)).toEqual([seal]);
  expect(publishedSeals(db, RECIPE, 1)).toEqual([]);
});

test('a run is out of date once another is published, and not by its own publication', async () => {
  const { db, run } = await loaded();
  run();
  run();
  publishRun(db, RECIPE, 2);
  expect(runStateOf(db, RECIPE, [])).toMatchObject({ kind: 'current' });
  publishRun(db, RECIPE, 1);
  expect(runStateOf(db, RECIPE, [])).toMatchObject({
    kind: 'outdated',
    differences: ['Run 1 was published since.'],
  });
});

test('runs that were published since or no longer are stand in sentences', () => {
  expect(publishedDifferences([1, 2, 5], [2, 3, 4, 9], 9)).toEqual([
    'Runs 3 and 4 were published since.',
    'Runs 1 and 5 are no longer published.',
  ]);
  expect(publishedDifferences([1], [1], 2)).toEqual([]);
});

/** Runs as the command line does, again and again over one workspace. */
function runsOfOneWorkspace() {
  const workspace = join(tempFolder(), 'w.muster');
  return async (
    publish: boolean,
    outFolder = join(tempFolder(), 'out'),
    onProgress: OnProgress = () => {},
  ) => {
    const inFolder = tempFolder(FILES);
    const options = { recipe: RECIPE, inFolder, outFolder, asOf: AS_OF, params: {}, workspace, publish };
    return (await runRecipe(options, onProgress)).outcome.delivered;
  };
}

test('the command line publishes a run with its files, and the next run of the workspace knows it', async () => {
  const again = runsOfOneWorkspace();
  expect(await again(false)).toBe(2);
  expect(await again(true)).toBe(2);
  expect(await again(true)).toBe(0);
});

test('a run whose files do not get to their place is not published', async () => {
  const again = runsOfOneWorkspace();
  const out = tempFolder();
  const inTheWay = () => mkdirSync(join(out, 'manifest.json'));
  // All is checked and written by the time of the microtask, and nothing is moved yet.
  const late = again(true, out, (event) => {
    if (event.kind === 'step' && event.name === 'reconciliation.json') queueMicrotask(inTheWay);
  });
  await expect(late).rejects.toThrow('manifest.json is a folder where a file is to be written.');
  expect(await again(false)).toBe(2);
});
