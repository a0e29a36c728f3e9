import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLES_FOLDER } from '../paths.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { type Files, tempFolder } from '../testing/temp-folder.ts';

const SALES = 'Date,Customer ID,Order ID,Sales';

/** What the recipes make of these files, before there is a workspace. */
async function recipesFor(files: Files) {
  const { api, folder } = anEngine();
  const given = tempFolder(files);
  const found = await api.workspaces.recipesFor({
    files: Object.keys(files).map((name) => join(given, name)),
  });
  // Whatever was found, nothing is made.
  expect(readdirSync(folder)).toEqual([]);
  return { ...found, first: found.recipes[0], given };
}

test.each(['eligible-audience', 'campaign-targets', 'sales-analytics'])(
  'the sample files of %s, together and each by itself, are taken by that recipe alone',
  async (recipe) => {
    const { api } = anEngine();
    const folder = join(SAMPLES_FOLDER, recipe);
    const files = readdirSync(folder).map((name) => join(folder, name));
    for (const some of [files, ...files.map((file) => [file])]) {
      const { chosen, files: taken } = await api.workspaces.recipesFor({ files: some });
      expect({ chosen, taken }).toEqual({ chosen: recipe, taken: some });
    }
  },
);

test('a file is known by its header under a name that says nothing, and under one that says otherwise', async () => {
  const text = lines(SALES, '2026-01-01,C1,O1,10.00');
  expect((await recipesFor({ 'export.txt': text })).chosen).toBe('sales-analytics');
  expect((await recipesFor({ 'customers.csv': text })).chosen).toBe('sales-analytics');
});

test('where a required column is missing nothing is chosen, and the recipe that has most of it stands first', async () => {
  const { chosen, first } = await recipesFor({
    'shop.csv': lines('Date,Buyer,Order ID,Sales', '2026-01-01,C1,O1,10.00'),
  });
  expect(chosen).toBeNull();
  expect(first).toMatchObject({
    recipe: 'sales-analytics',
    takesAll: false,
    files: [
      { name: 'shop.csv', source: 'sales', taken: false, found: 3, columns: 4, missing: ['Customer ID'] },
    ],
  });
});

test('headers that may stand for the columns are named, and count for less than the columns themselves', async () => {
  const { chosen, first } = await recipesFor({
    'shop.txt': lines('Order Date,Customer No,Order No,Net Sales', '2026-01-01,C1,O1,10.00'),
  });
  expect(chosen).toBeNull();
  expect(first?.recipe).toBe('sales-analytics');
  expect(first?.files[0]).toMatchObject({
    found: 0,
    suggestions: [
      { header: 'Order Date', column: 'Date' },
      { header: 'Customer No', column: 'Customer ID' },
      { header: 'Order No', column: 'Order ID' },
      { header: 'Net Sales', column: 'Sales' },
    ],
  });
});

test('a file whose name says its source is compared with that source, as it would wait for it', async () => {
  const { recipes } = await recipesFor({
    'bookings.csv': lines('customer_id,suppression_reason', '1,moved'),
  });
  expect(recipes.find(({ recipe }) => recipe === 'eligible-audience')?.files).toMatchObject([
    { source: 'bookings', taken: false, found: 1, columns: 7 },
  ]);
});

test('files that no recipe takes all of are left to the user, and so is one that two recipes take', async () => {
  const sales = lines(SALES, '2026-01-01,C1,O1,10.00');
  const mixed = await recipesFor({
    'sales.csv': sales,
    'customers.csv': lines('customer_id,is_active,updated_at', '1,1,2026-01-01'),
  });
  expect(mixed.chosen).toBeNull();
  const both = await recipesFor({ 'suppressions.csv': sales });
  expect(both.chosen).toBeNull();
  expect(both.recipes.map(({ recipe, takesAll }) => [recipe, takesAll])).toEqual([
    ['sales-analytics', true],
    ['eligible-audience', true],
    ['loyalty-engagement', false],
    ['campaign-targets', false],
    ['customer-360', false],
  ]);
});

test('a file that no recipe knows is taken by none', async () => {
  const { chosen, recipes } = await recipesFor({ 'weather.csv': lines('rain;wind', 'much;some') });
  expect(chosen).toBeNull();
  const found = recipes.flatMap(({ files }) => files);
  expect(found.map(({ taken, found: columns }) => [taken, columns])).toEqual(recipes.map(() => [false, 0]));
});

test('a file that cannot be read says why under its own name, and the others are looked at without it', async () => {
  const { chosen, files, unreadable, given } = await recipesFor({
    'empty.csv': '',
    'book.xlsx': Buffer.from('PK\u0003\u0004 and so on', 'latin1'),
    'sales.csv': lines(SALES, '2026-01-01,C1,O1,10.00'),
  });
  expect(chosen).toBe('sales-analytics');
  expect(files).toEqual([join(given, 'sales.csv')]);
  expect(unreadable.map(({ name, problem }) => [name, problem])).toEqual([
    ['empty.csv', 'empty.csv is empty: it has not even a header.'],
    ['book.xlsx', 'book.xlsx is a zip archive or an Excel workbook, not a flat file.'],
  ]);
});

test('a folder says that it is one, and nothing is chosen', async () => {
  const { api } = anEngine();
  const folder = join(tempFolder(), 'Exports');
  mkdirSync(folder);
  expect(await api.workspaces.recipesFor({ files: [folder] })).toEqual({
    workspace: null,
    chosen: null,
    recipes: [],
    files: [],
    unreadable: [
      { name: 'Exports', problem: 'Exports is a folder, not a file.', nextStep: 'Choose the files in it.' },
    ],
  });
});

test('a workspace among the files is named, to be opened', async () => {
  const { workspace, recipes, given } = await recipesFor({
    'sales.csv': lines(SALES, '2026-01-01,C1,O1,10.00'),
    'March.MUSTER': 'whatever it holds',
  });
  expect(workspace).toBe(join(given, 'March.MUSTER'));
  expect(recipes).toEqual([]);
});
