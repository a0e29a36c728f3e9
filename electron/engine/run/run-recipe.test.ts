import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PHASES } from '../../contract/progress.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { applyCorrections } from '../review/apply-corrections.ts';
import { aCorrection } from '../testing/a-kept-run.ts';
import { aPeopleRecipe, DELIVERY, type RecipeParts } from '../testing/a-people-recipe.ts';
import { AS_OF, aRun } from '../testing/a-run.ts';
import { type FileTexts, lines, readTexts, writeTexts } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { count } from '../workspace/database.ts';
import { openWorkspace, openWorkspaceForReading } from '../workspace/workspace.ts';
import { runRecipe } from './run-recipe.ts';

const PEOPLE: FileTexts = { 'people.csv': lines('id,score', '1,1', '2,2') };

/** A place for runs: files in it, a folder for the results and a workspace. */
function aPlace(files: FileTexts = PEOPLE) {
  const root = tempFolder();
  const inFolder = join(root, 'in');
  writeTexts(inFolder, files);
  const [outFolder, workspace] = [join(root, 'out'), join(root, 'w.muster')];
  const run = (recipe: Recipe, said: string[] = []) =>
    runRecipe({ recipe, inFolder, outFolder, workspace, asOf: AS_OF, params: {} }, (event) => {
      if (event.kind === 'phase') said.push(event.phase);
      if (event.kind === 'step') said.push(`${event.phase}: ${event.name}`);
    });
  const runs = () => {
    const db = openWorkspaceForReading(workspace);
    const all = count(db, 'select count(*) from run');
    db.close();
    return all;
  };
  return { root, inFolder, outFolder, run, runs };
}

const LOW = { stage: 'low', sql: "select id, 'low' as reason, null as detail from person where score < 2" };

test('a run says what it is doing, phase by phase', async () => {
  const said: string[] = [];
  await aPlace().run(aPeopleRecipe({ rules: [LOW] }), said);
  expect(said.filter((each) => !each.includes(':'))).toEqual(PHASES);
  expect(said).toContain('tables: person');
  expect(said).toContain('rules: low');
  expect(said).toContain('outputs: delivery.csv');
  expect(said).toContain('write: rejected-people.csv');
});

describe('a run that fails leaves output folder and workspace as they were', () => {
  const failing: readonly { readonly where: string; readonly parts: RecipeParts; readonly says: string }[] = [
    {
      where: 'at a table',
      parts: {
        tables: [{ table: 'person', from: 'people', key: ['id'], sql: 'select 1 as id, record from people' }],
      },
      says: 'several rows of one id',
    },
    {
      where: 'at a rule',
      parts: { rules: [{ ...LOW, sql: "select id, lower('OTHER') as reason, null as detail from person" }] },
      says: 'gives the reason "other"',
    },
    {
      where: 'at a control',
      parts: { controls: [{ control: 'c', sql: "select 'a' as left, 'a' as right" }] },
      says: 'whole numbers of ten-thousandths',
    },
    {
      where: 'while it writes',
      parts: {
        outputs: [
          { ...DELIVERY, sql: "select id, 'x' as spend from survivor", columns: { spend: { decimals: 2 } } },
        ],
      },
      says: 'column spend is "x"',
    },
  ];

  test.each(failing)('$where', async ({ parts, says }) => {
    const { root, outFolder, run, runs } = aPlace();
    await run(aPeopleRecipe());
    const before = readTexts(outFolder);
    await expect(run(aPeopleRecipe(parts))).rejects.toThrow(says);
    expect(readTexts(outFolder)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(['in', 'out', 'w.muster']);
    expect(runs()).toBe(1);
  });

  test('where a folder stands in the place of a file', async () => {
    const { outFolder, run, runs } = aPlace();
    await run(aPeopleRecipe());
    const recipe = aPeopleRecipe({ outputs: [DELIVERY, { file: 'more.csv', sql: 'select id from person' }] });
    writeTexts(outFolder, { 'more.csv/notes.txt': 'mine' });
    const before = readTexts(outFolder);
    await expect(run(recipe)).rejects.toThrow('more.csv is a folder where a file is to be written.');
    expect(readTexts(outFolder)).toEqual(before);
    expect(runs()).toBe(1);
  });

  test('before it begins, where parameters or the as-of date are wrong', async () => {
    const { root, inFolder, outFolder } = aPlace();
    const options = { recipe: aPeopleRecipe(), inFolder, outFolder, asOf: '2026-02-30', params: {} };
    await expect(runRecipe(options, () => {})).rejects.toThrow('The as-of date is "2026-02-30"');
    expect(readdirSync(root)).toEqual(['in']);
  });
});

test('a run that does not balance is finished, and its files say so', async () => {
  const { outFolder, run, runs } = aPlace();
  const { balanced } = await run(
    aPeopleRecipe({ outputs: [{ ...DELIVERY, sql: 'select id from survivor where id = 1' }] }),
  );
  expect(balanced).toBe(false);
  const written = readTexts(outFolder);
  expect(written['delivery.csv']).toBe(lines('id', '1'));
  expect(JSON.parse(written['reconciliation.json'] ?? '')).toMatchObject({
    balanced: false,
    outcome: { missing: 1 },
  });
  expect(runs()).toBe(1);
});

test('the manifest says with which corrections a run was made, and nothing of them without any', async () => {
  const { root, outFolder, run } = aPlace({ 'people.csv': lines('id,score', '1,x') });
  const manifest = () => JSON.parse(readTexts(outFolder)['manifest.json'] ?? '') as object;
  await run(aPeopleRecipe());
  expect(manifest()).not.toHaveProperty('corrections');
  const workspace = openWorkspace(join(root, 'w.muster'));
  aCorrection(workspace, { newText: '7' });
  for (const source of aPeopleRecipe().sources) applyCorrections(workspace.db, source);
  workspace.close();
  const { balanced, sources } = await run(aPeopleRecipe());
  expect(balanced).toBe(true);
  expect(sources).toEqual([
    { source: 'people', files: ['people.csv'], read: 1, accepted: 1, rejected: 0, codes: {} },
  ]);
  expect(manifest()).toHaveProperty('corrections', {
    count: 1,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const first = readTexts(outFolder);
  await run(aPeopleRecipe());
  expect(readTexts(outFolder)).toEqual(first);
});

test('warnings name what was assumed and what was left aside; without any there is no such key', async () => {
  expect((await aRun(aPeopleRecipe(), PEOPLE)).reconciliation).not.toHaveProperty('warnings');
  const { inFolder, outFolder, run } = aPlace({ ...PEOPLE, 'notes.txt': 'x' });
  expect(existsSync(join(inFolder, 'notes.txt'))).toBe(true);
  expect((await run(aPeopleRecipe())).warnings).toEqual(['notes.txt was left aside: no source takes it.']);
  expect(readTexts(outFolder)['reconciliation.json']).toContain('notes.txt was left aside');
});
