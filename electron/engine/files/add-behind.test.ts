import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aColumn, aRecipe, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { lines } from '../testing/file-texts.ts';
import { contentOf, load } from '../testing/load.ts';
import { type Files, tempFolder, writeFiles } from '../testing/temp-folder.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import { openTemporaryWorkspace } from '../workspace/workspace.ts';
import { addFile } from './add-file.ts';
import { listFiles } from './list-files.ts';
import { readFile } from './read-file.ts';
import { removeLoaded } from './remove-loaded.ts';

const SALES = aSource(
  'sales',
  [aRequired('id', 'id'), aColumn('day', 'date'), aColumn('amount', 'decimal')],
  {
    files: ['*.csv'],
    incremental: true,
  },
);

const RECIPE = aRecipe(SALES);

function aTarget(files: Files, workspace = aWorkspace()) {
  const folder = tempFolder(files);
  const { db } = workspace;
  const context = { workspace, recipe: RECIPE, cancel: new CancelFlag(), onProgress: () => {} };
  const add = (name: string) => addFile(context, { file: name, path: join(folder, name), name });
  const content = () =>
    contentOf(db, SALES).map(({ file, accepted }) => [file, [...accepted.values()].map(String)]);
  const numberOf = (name: string) =>
    db.prepare<[string], number>('select max(import) from import where file = ?').pluck().get(name) ?? 0;
  return { workspace, db, folder, context, add, content, numberOf };
}

test('a file with the name of one that is loaded is added to it, and both are told apart', async () => {
  const { db, folder, add, content } = aTarget({ 'sales.csv': lines('id', '1') });
  await add('sales.csv');
  writeFiles(folder, { 'sales.csv': lines('id', '2'), 'a.csv': lines('id', '3') });
  expect(await add('sales.csv')).toEqual({ name: 'sales.csv', source: 'sales', outcome: 'loaded' });
  await add('a.csv');
  expect(content()).toEqual([
    ['sales.csv', ['1,,']],
    ['sales.csv', ['2,,']],
    ['a.csv', ['3,,']],
  ]);
  const [sales] = listFiles(db, RECIPE).sources;
  expect(sales?.files.map(({ title }) => title)).toEqual(['sales.csv, 1 of 2', 'sales.csv, 2 of 2', 'a.csv']);
});

test('content that is loaded adds nothing and does not wait, under its own name or another', async () => {
  const text = lines('id', '1');
  const empty = { 'empty.csv': 'id\n', 'void.csv': 'id\n' };
  const { db, add, content } = aTarget({ 'sales.csv': text, 'sales (1).csv': text, ...empty });
  await add('sales.csv');
  expect(await add('sales.csv')).toEqual({ name: 'sales.csv', source: 'sales', outcome: 'unchanged' });
  expect(await add('sales (1).csv')).toEqual({
    ...{ name: 'sales (1).csv', source: 'sales', outcome: 'unchanged', as: 'sales.csv' },
  });
  await add('empty.csv');
  expect(await add('void.csv')).toMatchObject({ outcome: 'unchanged', as: 'empty.csv' });
  expect(content()).toHaveLength(2);
  expect(listFiles(db, RECIPE).waiting).toEqual([]);
});

test('another reading of a loaded file is taken in its place, under its number', async () => {
  const { db, folder, context, add, content, numberOf } = aTarget({
    'a.csv': lines('id,day', '1,20.11.2026'),
    'b.csv': lines('id,day', '2,2026-11-20'),
  });
  await add('a.csv');
  await add('b.csv');
  const of = { import: numberOf('a.csv') };
  const reading = { formats: { day: 'day-month-year' } } as const;
  expect(await readFile(context, { of, source: 'sales', reading })).toMatchObject({ outcome: 'loaded' });
  expect(content()).toEqual([
    ['a.csv', ['1,2026-11-20,']],
    ['b.csv', ['2,2026-11-20,']],
  ]);
  expect(numberOf('a.csv')).toBe(of.import);
  expect(await readFile(context, { of, source: 'sales', reading })).toMatchObject({ outcome: 'unchanged' });

  writeFiles(folder, { 'a.csv': lines('id,day', '9,20.11.2026') });
  await expect(readFile(context, { of, source: 'sales', reading: {} })).rejects.toThrow(
    'a.csv has changed since it was loaded.',
  );
  expect(listFiles(db, RECIPE).sources[0]?.files).toHaveLength(2);
});

test('a file is taken out, and can be added again', async () => {
  const { context, folder, add, content, numberOf } = aTarget({
    'a.csv': lines('id', '1'),
    'b.csv': lines('id', '2'),
  });
  await add('a.csv');
  await add('b.csv');
  await removeLoaded(context, numberOf('a.csv'));
  expect(content()).toEqual([['b.csv', ['2,,']]]);
  expect(await add('a.csv')).toMatchObject({ outcome: 'loaded' });
  expect(content().map(([name]) => name)).toEqual(['b.csv', 'a.csv']);
  rmSync(join(folder, 'a.csv'));
});

test('described anew the source is loaded again, with the file that is added behind', async () => {
  const { context, add, content, db } = aTarget({
    'a.csv': lines('id,note', '1,x'),
    'b.csv': lines('id', '2'),
  });
  await add('a.csv');
  const described = { ...SALES, columns: [...SALES.columns, aColumn('note', 'text')] };
  const folder = tempFolder({ 'b.csv': lines('id', '2') });
  const path = join(folder, 'b.csv');
  await addFile({ ...context, recipe: aRecipe(described) }, { file: 'b', path, name: 'b.csv' });
  expect(contentOf(db, described).map(({ accepted }) => [...accepted.values()].map(String))).toEqual([
    ['1,,,x'],
    ['2,,,'],
  ]);
  expect(() => content()).not.toThrow();
});

test('added one by one in any order, and more than once, files give the records of the whole folder', async () => {
  const record = fc.constantFrom('1,2026-11-20,1', '1,2026-11-20,1', '2,,2.5', '3,x,1', ',,4', '5');
  const file = fc.array(record, { maxLength: 4 }).map((records) => lines('id,day,amount', ...records));
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat({ max: 3 }), { maxLength: 6 }),
      async (contents, order) => {
        const files = Object.fromEntries(contents.map((text, at) => [`${at}.csv`, text]));
        const [atOnce, oneByOne] = [openTemporaryWorkspace(), openTemporaryWorkspace()];
        await load(atOnce, tempFolder(files), SALES);
        const { add } = aTarget(files, oneByOne);
        for (const at of [...order.map((each) => each % contents.length), ...contents.keys()].reverse()) {
          expect((await add(`${at}.csv`)).outcome).not.toBe('waiting');
        }
        const rows = ({ db }: typeof atOnce) =>
          contentOf(db, SALES)
            .flatMap(({ accepted, rejected }) => [
              ...[...accepted.values()].map((values) => `+${values}`),
              ...[...rejected.values()].map(({ cells }) => `-${cells}`),
            ])
            .sort();
        expect(rows(oneByOne)).toEqual(rows(atOnce));
        for (const workspace of [atOnce, oneByOne]) workspace.close();
      },
    ),
    { numRuns: 15 },
  );
});
