import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../contract/files.ts';
import { prepareSource } from '../ingest/import-table.ts';
import type { Source } from '../recipe/recipe.ts';
import { aColumn, aRecipe, aRequired, aSource } from '../testing/a-source.ts';
import { aKeptWorkspace } from '../testing/a-workspace.ts';
import { contentOf } from '../testing/load.ts';
import { type Files, tempFolder, writeFiles } from '../testing/temp-folder.ts';
import { CancelFlag, Cancelled } from '../workspace/cancel.ts';
import { inTransaction } from '../workspace/workspace.ts';
import { addFile } from './add-file.ts';
import { placeFile, removeFile } from './place-file.ts';
import { readFile } from './read-file.ts';

const COLUMNS = [aRequired('id', 'id'), aColumn('day', 'date'), aColumn('amount', 'decimal')];
const SALES = aSource('sales', COLUMNS);
const KEYED = aSource('keyed', COLUMNS, { unique: [['id']] });

/** Enough to be worth a second thread. */
const LARGE = `id;note;amount\n${`7;${'x'.repeat(1020)};1,5\n`.repeat(9000)}8;"é;";2,5\n`;

function aTarget(source: Source, files: Files) {
  const folder = tempFolder(files);
  const workspace = aKeptWorkspace(join(tempFolder(), 'w.muster'));
  const cancel = new CancelFlag();
  const { db } = workspace;
  prepareSource(db, source);
  const context = { db, cancel, onProgress: () => {} };
  const place = (name: string, reading: Reading = {}) =>
    inTransaction(workspace, () =>
      placeFile(context, source, {
        ...{ path: join(folder, name), name, reading },
        ...{ decided: Object.keys(reading).length > 0, readingFrom: null },
      }),
    );
  const content = () =>
    contentOf(db, source).map(({ file, accepted, rejected }) => [
      file,
      [...accepted.values()],
      rejected.size,
    ]);
  const recipe = aRecipe(SALES, KEYED);
  return { workspace, folder, db, cancel, context, place, content, recipe };
}

describe('a reading', () => {
  test('says the encoding, the delimiter, the columns and the formats', async () => {
    const text = 'Nr|Tag|amount;x\n1|20.11.2026|1.234,5\n2|2026-11-21|1.5\n';
    const { place, content } = aTarget(SALES, { 'sales.csv': Buffer.from(text, 'utf16le') });
    await place('sales.csv', {
      ...{ encoding: 'utf-16le', delimiter: '|', columns: { id: 'Nr', day: 'Tag', amount: 'amount;x' } },
      formats: { day: 'day-month-year', amount: 'decimal-comma' },
    });
    expect(content()).toEqual([['sales.csv', [[1n, '2026-11-20', 12_345_000n]], 1]]);
  });

  test('holds for the second thread and its independent count, too', async () => {
    const { place, content } = aTarget(SALES, { 'sales.csv': Buffer.from(LARGE, 'latin1') });
    const formats = { amount: 'decimal-comma' } as const;
    await place('sales.csv', { encoding: 'windows-1252', delimiter: ';', columns: { day: null }, formats });
    const [[, accepted] = []] = content();
    expect(accepted).toHaveLength(9001);
    expect((accepted as unknown[]).at(-1)).toEqual([8n, null, 25_000n]);
  });

  test('parts fields as it says, not as the header would tell, in the second thread, too', async () => {
    const source = aSource('days', [aColumn('day', 'text')]);
    // By commas each line break would be within quotes: the records would be half as many.
    const text = `day,x;note\n${`a,"${'x'.repeat(1020)}\nb",;c\n`.repeat(9000)}`;
    const { place, content } = aTarget(source, { 'days.csv': text });
    await place('days.csv', { delimiter: ';' });
    const [[, accepted, rejected] = []] = content();
    expect([(accepted as unknown[])[0], (accepted as unknown[]).length, rejected]).toEqual([
      [null],
      9000,
      9000,
    ]);
  });

  test('that is the same leaves the same file as it is', async () => {
    const { place, folder } = aTarget(SALES, { 'sales.csv': 'id,day\n1,20/11/2026\n' });
    const reading = { formats: { day: 'day-month-year' } } as const;
    expect((await place('sales.csv', reading)).outcome).toBe('loaded');
    expect((await place('sales.csv', reading)).outcome).toBe('unchanged');
    expect((await place('sales.csv')).outcome).toBe('unchanged');
    writeFiles(folder, { 'sales.csv': 'id,day\n1,21/11/2026\n' });
    expect((await place('sales.csv', reading)).outcome).toBe('loaded');
  });
});

describe('the place of a file', () => {
  test('is kept when it is read anew, and without keys no other file is needed', async () => {
    const files = { 'sales1.csv': 'id\n1\n', 'sales2.csv': 'id\n2\n' };
    const { place, content, folder } = aTarget(SALES, files);
    await place('sales1.csv');
    await place('sales2.csv');
    rmSync(join(folder, 'sales2.csv'));
    writeFiles(folder, { 'sales1.csv': 'id\n5\n' });
    await place('sales1.csv');
    expect(content()).toEqual([
      ['sales1.csv', [[5n, null, null]], 0],
      ['sales2.csv', [[2n, null, null]], 0],
    ]);
  });

  test('with keys has those behind it judged anew, as long as they are what they were', async () => {
    const files = { 'keyed1.csv': 'id\n1\n', 'keyed2.csv': 'id\n1\n2\n' };
    const { place, content, folder } = aTarget(KEYED, files);
    await place('keyed1.csv');
    await place('keyed2.csv');
    writeFiles(folder, { 'keyed1.csv': 'id\n2\n' });
    await place('keyed1.csv');
    const judged = [
      ['keyed1.csv', [[2n, null, null]], 0],
      ['keyed2.csv', [[1n, null, null]], 1],
    ];
    expect(content()).toEqual(judged);
    writeFiles(folder, { 'keyed1.csv': 'id\n3\n', 'keyed2.csv': 'id\n9\n' });
    await expect(place('keyed1.csv')).rejects.toThrow('has changed since it was loaded');
    expect(content()).toEqual(judged);
  });

  test('of a removed one frees its keys for those behind it alone', async () => {
    const files = { 'keyed1.csv': 'id\n1\n', 'keyed2.csv': 'id\n5\n', 'keyed3.csv': 'id\n1\n' };
    const { workspace, place, content, folder, context, db } = aTarget(KEYED, files);
    for (const name of Object.keys(files)) await place(name);
    // The second has nothing of the first: its original is not needed.
    rmSync(join(folder, 'keyed2.csv'));
    const first = db.prepare<[], number>('select min(import) from import').pluck().get() ?? 0;
    await inTransaction(workspace, () => removeFile(context, KEYED, first));
    expect(content()).toEqual([
      ['keyed2.csv', [[5n, null, null]], 0],
      ['keyed3.csv', [[1n, null, null]], 0],
    ]);
  });

  test('under another definition of the source is taken by all of its files anew', async () => {
    const files = { 'keyed1.csv': 'id\n1\n', 'keyed2.csv': 'id\n1\n' };
    const { workspace, place, folder, context, db } = aTarget(KEYED, files);
    await place('keyed1.csv');
    const without = { ...KEYED, unique: [] };
    const placed = { path: join(folder, 'keyed2.csv'), name: 'keyed2.csv', reading: {}, readingFrom: null };
    await inTransaction(workspace, () => placeFile(context, without, { ...placed, decided: false }));
    expect(contentOf(db, without).map(({ file, accepted }) => [file, accepted.size])).toEqual([
      ['keyed1.csv', 1],
      ['keyed2.csv', 1],
    ]);
  });
});

test('a cancelled load leaves all as it was, and the next one goes on from there', async () => {
  const { workspace, recipe, folder, cancel, content } = aTarget(SALES, { 'sales.csv': LARGE });
  const given = { file: 'one', path: join(folder, 'sales.csv'), name: 'sales.csv' };
  const onProgress = () => cancel.raise();
  await expect(addFile({ workspace, recipe, cancel, onProgress }, given)).rejects.toBeInstanceOf(Cancelled);
  expect(content()).toEqual([]);
  cancel.lower();
  const added = await addFile({ workspace, recipe, cancel, onProgress: () => {} }, given);
  expect(added).toEqual({ name: 'sales.csv', source: 'sales', outcome: 'loaded' });
});

test('a loaded file can be read into another source', async () => {
  const { workspace, recipe, folder, cancel, db } = aTarget(SALES, { 'sales.csv': 'id\n1\n' });
  const context = { workspace, recipe, cancel, onProgress: () => {} };
  await addFile(context, { file: 'one', path: join(folder, 'sales.csv'), name: 'sales.csv' });
  const of = { import: db.prepare<[], number>('select import from import').pluck().get() ?? 0 };
  expect(await readFile(context, { of, source: 'keyed', reading: {} })).toEqual({
    ...{ name: 'sales.csv', source: 'keyed', outcome: 'loaded' },
  });
  expect(contentOf(db, SALES)).toEqual([]);
  expect(contentOf(db, KEYED).map(({ accepted }) => accepted.size)).toEqual([1]);
});
