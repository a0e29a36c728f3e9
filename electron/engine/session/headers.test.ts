import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { dictionary } from '../recipe/dictionary.ts';
import { aPeopleRecipe, type RecipeParts, recipeText } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { anEngine } from '../testing/an-engine.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder, writeFiles } from '../testing/temp-folder.ts';

const PARTS: RecipeParts = {
  id: 'headed-people',
  sources: {
    people: {
      files: ['people*.csv'],
      columns: {
        id: { type: 'id', required: true, header: 'Customer ID' },
        seen_on: { type: 'date', header: 'Date' },
        amount: { type: 'decimal', required: true, header: 'Sales' },
        kind: { type: 'text', header: 'Kind' },
        value: {
          type: 'text',
          header: 'Value',
          beside: [{ where: { kind: ['number'] }, takes: 'integer' }],
        },
      },
    },
  },
};

const PEOPLE = lines(
  'customer-id,DATE,Sales,Kind,Value',
  '1,2026-01-01,4,,',
  '2,soon,many,,',
  ',2026-01-01,4,,',
  '4,2026-01-01,4,number,x',
);

test('columns are found by their headers, and reasons, figures and the dictionary name these', async () => {
  const recipe = aPeopleRecipe(PARTS);
  const { reconciliation, written } = await aRun(recipe, { 'people.csv': PEOPLE });
  expect(reconciliation.sources[0]).toMatchObject({
    accepted: 1,
    codes: {
      'Customer ID:missing_value': 1,
      'Date:not_a_date': 1,
      'Sales:not_a_number': 1,
      'Value:not_allowed': 1,
    },
  });
  expect(Object.keys(reconciliation.sources[0]?.codes ?? {})).toEqual([
    'Customer ID:missing_value',
    'Date:not_a_date',
    'Sales:not_a_number',
    'Value:not_allowed',
  ]);
  expect(written['rejected-people.csv']).toContain(
    '2,soon,many,,,Date:not_a_date|Sales:not_a_number,people.csv,3',
  );
  expect(dictionary(recipe)).toContain('| `id`, written `Customer ID` | id | yes |');
  expect(dictionary(recipe)).toContain('Beside Kind = number it takes a whole number.');
});

test('a file without a required column is refused by its header, and a column does not go by its name', async () => {
  const recipe = aPeopleRecipe(PARTS);
  await expect(aRun(recipe, { 'people.csv': lines('id,Date,amount', '1,2026-01-01,4') })).rejects.toThrow(
    'line 1 has no column Customer ID, Sales. Found: "id", "Date", "amount".',
  );
  await expect(
    aRun(recipe, { 'people.csv': lines('Customer ID,customer_id,Sales', '1,1,4') }),
  ).rejects.toThrow('"Customer ID" (column 1) and "customer_id" (column 2) both mean Customer ID.');
});

test('without a file the rejected records stand under the headers', async () => {
  const { people } = PARTS.sources as { readonly people: object };
  const recipe = aPeopleRecipe({ ...PARTS, sources: { people: { ...people, required: false } } });
  const { written } = await aRun(recipe, {});
  expect(written['rejected-people.csv']).toBe(
    'Customer ID,Date,Sales,Kind,Value,rejection_reason,source_file,source_line\n',
  );
});

test('the app names columns by their headers wherever it shows them, and takes their names', async () => {
  const { api } = anEngine();
  const folder = tempFolder();
  writeRecipe(folder);
  const data = tempFolder({
    'people.csv': PEOPLE,
    'people-2.csv': lines('Customer No,Sales', '1,4'),
  });
  const { workspace } = await api.workspaces.createFromFolder({ folder });
  const added = await api.files.add({
    workspace,
    files: [join(data, 'people.csv'), join(data, 'people-2.csv')],
  });
  expect(added.map(({ outcome }) => outcome)).toEqual(['waiting', 'loaded']);
  const { waiting, sources } = await api.files.list({ workspace });
  expect(waiting[0]).toMatchObject({
    problem: 'people-2.csv has no column Customer ID, which people requires.',
  });
  const sentences = sources[0]?.files[0]?.assumptions.map(({ sentence }) => sentence);
  expect(sentences).toContain('In people.csv "customer-id" stands for Customer ID.');
  expect(sentences).not.toContain('In people.csv "Sales" stands for Sales.');
  expect(await api.files.inspect({ workspace, file: { waiting: waiting[0]?.file ?? '' } })).toMatchObject({
    mapping: expect.arrayContaining([{ column: 'id', header: null, suggestion: 'Customer No' }]),
  });

  const facets = await api.quarantine.facets({ workspace, filter: { source: 'people' } });
  expect(facets.columns.map(({ value, title }) => [value, title])).toEqual(
    expect.arrayContaining([
      ['id', 'Customer ID'],
      ['amount', 'Sales'],
    ]),
  );
  const filter = { source: 'people', column: 'amount' };
  const { view } = await api.views.open({ workspace, of: { kind: 'quarantine', filter } });
  const { rows } = await api.views.page({ workspace, view, from: 0, count: 5 });
  expect(rows[0]?.cells).toContain('Date: not a date; Sales: not a number');
  expect(rows[0]?.faulty).toHaveLength(2);
  const record = rows[0]?.id ?? '';
  const { faults } = await api.quarantine.record({ workspace, record });
  expect(faults.map(({ column, header, mends }) => [column, header, mends])).toEqual([
    ['seen_on', 'Date', [{ column: 'seen_on', header: 'Date', cell: 1 }]],
    ['amount', 'Sales', [{ column: 'amount', header: 'Sales', cell: 2 }]],
  ]);
  const target = join(folder, 'for supplier.csv');
  expect(
    await api.quarantine.exportForSupplier({ workspace, source: 'people', filter: {}, target }),
  ).toMatchObject({ rows: 3 });
  await api.quarantine.correct({ workspace, record, column: 'seen_on', text: '2026-02-01', all: false });
  expect(
    await api.quarantine.correct({ workspace, record, column: 'amount', text: '5', all: false }),
  ).toMatchObject({ accepted: 1 });
});

function writeRecipe(folder: string): void {
  const { files } = recipeText(PARTS);
  const inFolders = [...files].filter(([name]) => name.includes('/'));
  for (const [name] of inFolders) mkdirSync(join(folder, dirname(name)), { recursive: true });
  writeFiles(folder, Object.fromEntries(files));
}
