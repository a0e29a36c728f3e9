import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Progress } from '../../contract/progress.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { aColumn, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { contentOf, load } from '../testing/load.ts';
import { tempFolder, writeFiles } from '../testing/temp-folder.ts';
import { openTemporaryWorkspace, type Workspace } from '../workspace/workspace.ts';

const SALES = aSource('sales', [aRequired('id', 'id'), aColumn('amount', 'decimal')], {
  files: ['*.csv'],
  incremental: true,
});

/** Every accepted row and the cells of every rejected record, in an order that does not hang on the files'. */
function rowsOf({ db }: Workspace) {
  const files = contentOf(db, SALES);
  return {
    accepted: files.flatMap(({ accepted }) => [...accepted.values()].map(String)).sort(),
    rejected: files
      .flatMap(({ rejected }) => [...rejected.values()].map(({ cells }) => String(cells)))
      .sort(),
  };
}

const namesOf = ({ db }: Workspace) => contentOf(db, SALES).map(({ file }) => file);

const loadedOf = (said: readonly Progress[]) =>
  said.flatMap((each) => (each.kind === 'loaded' ? [[each.file, each.already, each.as]] : []));

test('files of another folder are added behind those that are there, and none is replaced', async () => {
  const workspace = aWorkspace();
  await load(workspace, tempFolder({ 'b.csv': lines('id', '1') }), SALES);
  await load(workspace, tempFolder({ 'a.csv': lines('id', '2'), 'b.csv': lines('id', '3') }), SALES);
  expect(namesOf(workspace)).toEqual(['b.csv', 'a.csv', 'b.csv']);
  expect(rowsOf(workspace).accepted).toEqual(['1,', '2,', '3,']);
  await load(workspace, tempFolder(), SALES);
  expect(namesOf(workspace)).toHaveLength(3);
});

test('content that is there adds nothing under whatever name, and the name under which it is loaded is said', async () => {
  const workspace = aWorkspace();
  const text = lines('id', '1');
  await load(workspace, tempFolder({ 'sales.csv': text }), SALES);
  const folder = tempFolder({ 'sales (1).csv': text, 'more.csv': lines('id', '2') });
  expect(loadedOf(await load(workspace, folder, SALES))).toEqual([
    ['sales (1).csv', true, 'sales.csv'],
    ['more.csv', false, undefined],
  ]);
  expect(loadedOf(await load(workspace, folder, SALES))).toEqual([
    ['more.csv', true, undefined],
    ['sales (1).csv', true, 'sales.csv'],
  ]);
  expect(namesOf(workspace)).toEqual(['sales.csv', 'more.csv']);
});

test('a required source is missing only as long as the workspace has no file of it', async () => {
  const workspace = aWorkspace();
  await expect(load(workspace, tempFolder(), SALES)).rejects.toThrow('no file for sales');
  await load(workspace, tempFolder({ 'a.csv': lines('id', '1') }), SALES);
  await load(workspace, tempFolder(), SALES);
  expect(namesOf(workspace)).toEqual(['a.csv']);
});

test('described anew the source is loaded again from where its files are, and one that is gone is named', async () => {
  const workspace = aWorkspace();
  const folder = tempFolder({ 'a.csv': lines('id,note', '1,x') });
  await load(workspace, folder, SALES);
  const next = tempFolder({ 'b.csv': lines('id,note', '2,y') });
  const described = { ...SALES, columns: [...SALES.columns, aColumn('note', 'text')] };
  await load(workspace, next, described);
  expect(contentOf(workspace.db, described).map(({ accepted }) => [...accepted.values()])).toEqual([
    [[1n, null, 'x']],
    [[2n, null, 'y']],
  ]);
  rmSync(join(folder, 'a.csv'));
  await expect(load(workspace, next, SALES)).rejects.toThrow(
    'a.csv has to be loaded anew, and is no longer at',
  );
  // Content that has come back is read from where it is now.
  writeFiles(next, { 'z.csv': lines('id,note', '1,x') });
  await load(workspace, next, SALES);
  expect(rowsOf(workspace).accepted).toEqual(['1,', '2,']);
});

test('of two files of a folder with one content the reconciliation names both, each time', async () => {
  const recipe = aPeopleRecipe({
    sources: {
      people: {
        files: ['*.csv'],
        incremental: true,
        columns: { id: { type: 'id', required: true }, seen_on: { type: 'date' } },
      },
    },
    tables: [{ table: 'person', from: 'people', key: ['id'], latest: 'seen_on' }],
  });
  const files = { 'a.csv': lines('id', '1'), 'b.csv': lines('id', '1'), 'c.csv': lines('id', '2') };
  const workspace = join(tempFolder(), 'w.muster');
  const first = await aRun(recipe, files, { workspace });
  expect(first.reconciliation.warnings).toEqual(['b.csv was left aside: it has the same content as a.csv.']);
  expect(first.reconciliation.sources[0]).toMatchObject({ files: ['a.csv', 'c.csv'], accepted: 2 });
  expect((await aRun(recipe, files, { workspace })).written).toEqual(first.written);

  const more = await aRun(recipe, { 'd.csv': lines('id', '3') }, { workspace });
  expect(more.reconciliation.sources[0]).toMatchObject({ files: ['a.csv', 'c.csv', 'd.csv'], accepted: 3 });
  const manifest = JSON.parse(more.written['manifest.json'] ?? '{}') as {
    readonly inputs: readonly object[];
  };
  expect(manifest.inputs).toMatchObject([{ name: 'a.csv' }, { name: 'c.csv' }, { name: 'd.csv' }]);
});

test('in whatever order files are added one by one, and how often, the same records are accepted as of all at once', async () => {
  const record = fc.constantFrom('1,1', '1,1', '2,2.5', '3,x', ',4', '5');
  const file = fc.array(record, { maxLength: 4 }).map((records) => lines('id,amount', ...records));
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat({ max: 4 }), { maxLength: 8 }),
      async (contents, order) => {
        const whole: FileTexts = Object.fromEntries(contents.map((text, at) => [`${at}.csv`, text]));
        const atOnce = openTemporaryWorkspace();
        const oneByOne = openTemporaryWorkspace();
        await load(atOnce, tempFolder(whole), SALES);
        const turns = [...order.map((at) => at % contents.length), ...contents.keys()];
        for (const [turn, at] of turns.entries()) {
          await load(oneByOne, tempFolder({ [`${turn % 3}.csv`]: contents[at] ?? '' }), SALES);
        }
        expect(rowsOf(oneByOne)).toEqual(rowsOf(atOnce));
        for (const workspace of [atOnce, oneByOne]) workspace.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('a known file that is elsewhere under its name is looked for there from now on', async () => {
  const workspace = aWorkspace();
  const folder = tempFolder({ 'a.csv': lines('id', '1') });
  await load(workspace, folder, SALES);
  const other = tempFolder();
  renameSync(join(folder, 'a.csv'), join(other, 'a.csv'));
  await load(workspace, other, SALES);
  expect(workspace.db.prepare('select path from import').pluck().get()).toBe(join(other, 'a.csv'));
});

test('a source that keeps what was added is not left out of a workspace that has any', async () => {
  const people = { ...SALES, name: 'people', files: ['people*.csv'], required: true };
  const recipe = {
    ...aPeopleRecipe(),
    sources: [{ ...people, columns: aPeopleRecipe().sources[0]?.columns ?? [] }],
  };
  const workspace = join(tempFolder(), 'people.muster');
  const without = ['people'];
  const run = (files: FileTexts, options = {}) => aRun(recipe, files, { workspace, ...options });
  expect((await run({}, { without })).reconciliation).toMatchObject({ without, sources: [{ read: 0 }] });
  await run({ 'people.csv': lines('id,score', '1,5') });
  await expect(run({ 'people.csv': lines('id,score', '2,5') }, { without })).rejects.toThrow(
    'people has files in the workspace, which later runs are to keep, and is to be left out.',
  );
  expect((await run({})).reconciliation).toMatchObject({ sources: [{ read: 1 }] });
});
