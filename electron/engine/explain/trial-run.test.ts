import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishRun, unpublishRun } from '../run/published.ts';
import { aCorrection, aKeptLoadedWorkspace, aKeptRun, loadInto } from '../testing/a-kept-run.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { AS_OF } from '../testing/a-run.ts';
import { lines } from '../testing/file-texts.ts';
import { recipeWith, SOME_RULES } from '../testing/people-rules.ts';
import { inputFiles, RANDOM_INPUT } from '../testing/random-people.ts';
import { CancelFlag, Cancelled, guardReads } from '../workspace/cancel.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { compareRuns } from './compare-runs.ts';
import { tryOut } from './trial-run.ts';

const silent = () => {};

/** Drops whoever has a low score, by a parameter, or was not seen by the as-of date. */
const RECIPE = aPeopleRecipe({
  params: { least: { type: 'integer', title: 'Least score', default: 2 } },
  rules: [
    { stage: 'low', sql: "select id, 'low' as reason, score as detail from person where score < :least" },
    {
      stage: 'unseen',
      sql: "select id, 'unseen' as reason, seen_on as detail from person where seen_on > :as_of",
    },
    {
      stage: 'second',
      scope: 'survivors',
      sql: `with placed as (
          select id, row_number() over (partition by team order by id) as place
          from survivor
          join person using (id)
        )
        select id, 'second' as reason, place as detail
        from placed
        where place > 2`,
    },
  ],
});

const TRIAL = fc.record({
  asOf: fc.constantFrom(AS_OF, '2026-01-01', '2025-12-31'),
  params: fc.record({ least: fc.integer({ min: -5, max: 4 }) }),
});

const RUN = { asOf: AS_OF, params: { least: 2 } };

test('a trial run says what a real run with its date and parameters says', async () => {
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, TRIAL, async (input, trial) => {
      const workspace = await aKeptLoadedWorkspace(RECIPE, peopleOf(input));
      const run = await aKeptRun(workspace, RECIPE, RUN);
      const tried = await tryOut(workspace, { run, off: [], ...trial }, silent);
      const real = await aKeptRun(workspace, RECIPE, trial);
      const { came, left, to } = compareRuns(workspace.db, run, real);
      const { entered, delivered } = to;
      expect(tried).toMatchObject({ entered, delivered, gained: came, lost: left });
      expect(tried.stages).toEqual(stagesOf(workspace.db, real));
      const [before, after] = [deliveredOf(workspace.db, run), deliveredOf(workspace.db, real)];
      expect(tried.gainedKeys).toEqual(after.filter((id) => !before.includes(id)).map((id) => [id]));
      expect(tried.lostKeys).toEqual(before.filter((id) => !after.includes(id)).map((id) => [id]));
    }),
    { numRuns: 25 },
  );
});

test('a trial run without some rules, those over survivors among them, says what a recipe without them says', async () => {
  const rulesAndOff = SOME_RULES.chain((rules) =>
    fc.record({ rules: fc.constant(rules), off: fc.subarray(rules.map(({ rule }) => rule.rule)) }),
  );
  await fc.assert(
    fc.asyncProperty(RANDOM_INPUT, rulesAndOff, async (input, { rules, off }) => {
      const recipe = recipeWith(rules);
      const workspace = await aKeptLoadedWorkspace(recipe, inputFiles(input));
      const run = await aKeptRun(workspace, recipe);
      const tried = await tryOut(workspace, { run, off, asOf: AS_OF, params: {} }, silent);
      const without = { ...recipe, rules: recipe.rules.filter(({ rule }) => !off.includes(rule)) };
      const real = await aKeptRun(workspace, without);
      const after = deliveredOf(workspace.db, real);
      expect(tried.delivered).toBe(after.length);
      const before = deliveredOf(workspace.db, run);
      expect(tried.gainedKeys).toEqual(after.filter((id) => !before.includes(id)).map((id) => [id]));
      expect(tried.lostKeys).toEqual(before.filter((id) => !after.includes(id)).map((id) => [id]));
      const realStages = stagesOf(workspace.db, real).map(({ out }) => out);
      expect(new Set(tried.stages.map(({ out }) => out))).toEqual(new Set(realStages));
    }),
    { numRuns: 20 },
  );
});

const PEOPLE = { 'people.csv': lines('id,score', '1,1', '2,2', '3,3') };

test('nothing of a trial run stays, be it finished, stopped or failed', async () => {
  const workspace = await aKeptLoadedWorkspace(RECIPE, PEOPLE);
  const flag = new CancelFlag();
  guardReads(workspace.db, flag);
  const run = await aKeptRun(workspace, RECIPE, RUN);
  const before = contentOf(workspace);

  await tryOut(workspace, { run, off: ['second'], asOf: AS_OF, params: { least: 3 } }, silent);
  expect(contentOf(workspace)).toBe(before);

  const stop = () => flag.raise();
  const trial = { run, off: [], asOf: AS_OF, params: { least: 3 } };
  await expect(tryOut(workspace, trial, stop)).rejects.toThrow(Cancelled);
  flag.lower();
  expect(contentOf(workspace)).toBe(before);

  const fail = () => {
    throw new Error('broken');
  };
  await expect(tryOut(workspace, trial, fail)).rejects.toThrow('broken');
  expect(contentOf(workspace)).toBe(before);
  expect(await aKeptRun(workspace, RECIPE, RUN)).toBe(run + 1);
});

test('a trial run is refused once files or corrections are others than those of the run', async () => {
  const workspace = await aKeptLoadedWorkspace(RECIPE, PEOPLE);
  const run = await aKeptRun(workspace, RECIPE, RUN);
  const trial = { run, off: [], asOf: AS_OF, params: { least: 3 } };
  const refused = 'Files or corrections are others than those of run 1';
  aCorrection(workspace, { newText: '7' });
  await expect(tryOut(workspace, trial, silent)).rejects.toThrow(refused);
  workspace.db.exec('update correction set active = 0');
  expect(await tryOut(workspace, trial, silent)).toMatchObject({ gained: 0, lost: 1, lostKeys: [['2']] });
  await loadInto(workspace, RECIPE, { 'people.csv': lines('id,score', '1,1') });
  await expect(tryOut(workspace, trial, silent)).rejects.toThrow(refused);
});

test('a trial run is refused once other runs are published than those that the run knew', async () => {
  const recipe = aPeopleRecipe({
    params: { least: { type: 'integer', title: 'Least score', default: 2 } },
    rules: [
      {
        stage: 'low',
        sql: "select id, 'low' as reason, score as detail from person where score < :least",
      },
      {
        stage: 'known',
        sql: "select id, 'known' as reason, min(as_of) as detail from written_to group by id",
      },
    ],
    published: [{ table: 'written_to', output: 'delivery.csv', columns: ['id'] }],
  });
  const workspace = await aKeptLoadedWorkspace(recipe, PEOPLE);
  const [first, second] = [await aKeptRun(workspace, recipe, RUN), await aKeptRun(workspace, recipe, RUN)];
  const trial = { run: second, off: [], asOf: AS_OF, params: { least: 3 } };
  publishRun(workspace.db, recipe, second);
  expect(await tryOut(workspace, trial, silent)).toMatchObject({ gained: 0, lost: 1 });
  publishRun(workspace.db, recipe, first);
  await expect(tryOut(workspace, trial, silent)).rejects.toThrow('Run 1 was published since.');
  unpublishRun(workspace.db, first);
  expect(await tryOut(workspace, trial, silent)).toMatchObject({ gained: 0, lost: 1 });
});

/** A hash over every table of the file, its schema among them. */
function contentOf({ db }: Workspace): string {
  const hash = createHash('sha256');
  const schema = db
    .prepare<[], { name: string; type: string; sql: string | null }>(
      'select name, type, sql from sqlite_schema order by name',
    )
    .all();
  for (const { name, type, sql } of schema) {
    hash.update(`${name} ${sql}\n`);
    if (type !== 'table') continue;
    const rows = db.prepare<[], readonly unknown[]>(`select * from main.${identifier(name)}`).raw();
    for (const row of rows.safeIntegers().iterate()) hash.update(`${row.map(String).join('|')}\n`);
  }
  return hash.digest('hex');
}

function peopleOf(input: Parameters<typeof inputFiles>[0]) {
  const { 'marks.csv': _, ...people } = inputFiles(input);
  return people;
}

function stagesOf(db: ReadableDb, run: number) {
  const text = db.prepare<[number], string>('select reconciliation from run where run = ?').pluck().get(run);
  return (JSON.parse(text ?? '') as { stages: readonly { readonly out: number }[] }).stages;
}

function deliveredOf(db: ReadableDb, run: number): readonly string[] {
  const ids = db.prepare<[], string | number>(`select id from ${identifier(`run_${run}_output_delivery`)}`);
  return ids.pluck().all().map(String);
}
