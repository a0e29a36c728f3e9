import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Assumption, FilesState } from '../../contract/files.ts';
import { anEngine } from '../testing/an-engine.ts';
import { type Files, tempFolder, writeFiles } from '../testing/temp-folder.ts';

const BOOKINGS_HEADER =
  'booking_id,customer_id,booking_date,booking_amount,booking_status,product_name,source_system';

/** Bookings, numbered from one on, with a date and an amount each. */
function bookings(first: number, ...values: readonly (readonly [date: string, amount: string])[]): string {
  const rows = values.map(
    ([date, amount], index) => `${first + index},7,${date},"${amount}",COMPLETED,Tour,web`,
  );
  return `${[BOOKINGS_HEADER, ...rows].join('\n')}\n`;
}

const ONE = bookings(1, ['2026-01-01', '10.00'], ['2026-01-02', '20.50']);
const TWO = bookings(2, ['2026-01-03', '5'], ['2026-02-03', '6']);

async function aWorkspaceWith(files: Files) {
  const { api, engine } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  const folder = tempFolder(files);
  const add = (...names: readonly string[]) =>
    api.files.add({ workspace, files: names.map((name) => join(folder, name)) });
  const list = () => api.files.list({ workspace });
  const db = (await engine.workspace(workspace)).db;
  return { api, engine, workspace, folder, add, list, db };
}

function sourceIn(state: FilesState, name: string) {
  const source = state.sources.find((each) => each.source === name);
  if (!source) throw new Error(`There is no source ${name}.`);
  return source;
}

function proposalFor(assumptions: readonly Assumption[], column: string): Assumption {
  const found = assumptions.find((each) => each.column === column && each.certainty === 'proposed');
  if (!found) throw new Error(`Nothing is proposed for ${column}.`);
  return found;
}

/** The numbers of the accepted bookings in the order of their records. */
function acceptedIds(db: { prepare(sql: string): { pluck(): { all(): unknown[] } } }): readonly unknown[] {
  return db.prepare('select booking_id from source_bookings order by record').pluck().all();
}

describe('files that are added', () => {
  test('are recognised by name, loaded in name order, and counted', async () => {
    const { add, list, folder, db } = await aWorkspaceWith({ 'bookings-1.csv': ONE, 'bookings-2.csv': TWO });
    const added = await add('bookings-2.csv', 'bookings-1.csv');
    expect(added).toEqual([
      { name: 'bookings-1.csv', source: 'bookings', outcome: 'loaded' },
      { name: 'bookings-2.csv', source: 'bookings', outcome: 'loaded' },
    ]);
    const state = await list();
    expect(state.missing).toEqual(['customers', 'consent_events', 'suppressions']);
    expect(sourceIn(state, 'customers').state).toBe('missing');
    const { files, ...figures } = sourceIn(state, 'bookings');
    expect(figures).toEqual({
      ...{ source: 'bookings', state: 'ready with rejects' },
      ...{ read: 4, accepted: 3, rejected: 1 },
    });
    expect(files.map(({ name, there, read }) => [name, there, read])).toEqual([
      ['bookings-1.csv', true, 2],
      ['bookings-2.csv', true, 2],
    ]);
    expect(acceptedIds(db)).toEqual([1, 2, 3]);
    rmSync(join(folder, 'bookings-2.csv'));
    expect(sourceIn(await list(), 'bookings').files.map(({ there }) => there)).toEqual([true, false]);
  });

  test('wait where another file has the same content, unless the user says where they belong', async () => {
    const { api, workspace, add, list, folder } = await aWorkspaceWith({
      'bookings-1.csv': ONE,
      'copy of bookings-1.csv': ONE,
      'empty 1.csv': bookings(1),
      'empty 2.csv': bookings(1),
    });
    const [, copy] = await add('bookings-1.csv', 'copy of bookings-1.csv');
    expect(copy).toEqual({ name: 'copy of bookings-1.csv', source: 'bookings', outcome: 'waiting' });
    expect((await list()).waiting).toMatchObject([
      {
        needs: 'file',
        problem: 'copy of bookings-1.csv has the same content as bookings-1.csv, which is loaded.',
        nextStep: 'Take one of them away.',
      },
    ]);
    expect(await add('bookings-1.csv')).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await add('empty 1.csv', 'empty 2.csv')).toMatchObject([
      { outcome: 'loaded' },
      { outcome: 'loaded' },
    ]);
    const file = { waiting: join(folder, 'copy of bookings-1.csv') };
    const read = await api.files.read({ workspace, file, source: 'bookings', reading: {} });
    expect(read).toMatchObject({ outcome: 'loaded' });
    expect((await list()).waiting).toEqual([]);
    expect(sourceIn(await list(), 'bookings')).toMatchObject({ read: 4, accepted: 2 });
  });

  test('move those behind them, and take the place of one with their name', async () => {
    const { add, folder, db, list } = await aWorkspaceWith({ 'bookings-1.csv': ONE, 'bookings-2.csv': TWO });
    await add('bookings-2.csv');
    await add('bookings-1.csv');
    expect(acceptedIds(db)).toEqual([1, 2, 3]);
    writeFiles(folder, { 'bookings-1.csv': bookings(8, ['2026-01-01', '1']) });
    await add('bookings-1.csv');
    expect(acceptedIds(db)).toEqual([8, 2, 3]);
    expect(sourceIn(await list(), 'bookings').files.map(({ name }) => name)).toEqual([
      'bookings-1.csv',
      'bookings-2.csv',
    ]);
    expect(await add('bookings-1.csv')).toEqual([
      { name: 'bookings-1.csv', source: 'bookings', outcome: 'unchanged' },
    ]);
  });

  test('wait where one behind them is gone, and leave all as it was', async () => {
    const { add, folder, db, list } = await aWorkspaceWith({ 'bookings-1.csv': ONE, 'bookings-2.csv': TWO });
    await add('bookings-2.csv');
    rmSync(join(folder, 'bookings-2.csv'));
    expect(await add('bookings-1.csv')).toEqual([
      { name: 'bookings-1.csv', source: 'bookings', outcome: 'waiting' },
    ]);
    expect(acceptedIds(db)).toEqual([2, 3]);
    const [waiting] = (await list()).waiting;
    expect(waiting?.problem).toBe(
      `bookings-2.csv has to be loaded anew, and is no longer at ${join(folder, 'bookings-2.csv')}.`,
    );
  });

  test('under a strange name are recognised by their header where it is clear', async () => {
    const { add } = await aWorkspaceWith({
      'export.csv': ONE,
      'ids.csv': 'customer_id,thing\n1,2\n',
      'readme.txt': 'Hello there\n',
    });
    expect(await add('export.csv', 'ids.csv', 'readme.txt')).toEqual([
      { name: 'export.csv', source: 'bookings', outcome: 'loaded' },
      { name: 'ids.csv', source: null, outcome: 'waiting' },
      { name: 'readme.txt', source: null, outcome: 'waiting' },
    ]);
  });

  test.each<[name: string, content: string | Uint8Array, needs: string, problem: string]>([
    ['bookings.csv', '', 'file', 'bookings.csv is empty: it has not even a header.'],
    [
      'bookings.csv',
      'PK\x03\x04',
      'file',
      'bookings.csv is a zip archive or an Excel workbook, not a flat file.',
    ],
    ['bookings.csv', '\n\n', 'file', 'bookings.csv has no header.'],
    ['bookings.csv.gz', gzipSync(ONE).subarray(0, 60), 'file', 'bookings.csv.gz is a damaged gzip file.'],
    [
      'bookings.csv',
      'booking_id,customer_id,bookingdat,booking_amount,booking_status\n',
      'columns',
      'bookings.csv has no column booking_date, which bookings requires.',
    ],
    [
      'bookings.csv',
      ONE.replace('product_name', 'Booking ID'),
      'columns',
      'bookings.csv has several headers that mean booking_id.',
    ],
  ])('wait with their problem: %s %#', async (name, content, needs, problem) => {
    const { add, list, api, workspace, folder } = await aWorkspaceWith({ [name]: content });
    expect((await add(name)).map(({ outcome }) => outcome)).toEqual(['waiting']);
    const [waiting] = (await list()).waiting;
    expect([waiting?.needs, waiting?.problem]).toEqual([needs, problem]);
    expect(waiting?.nextStep).not.toBe('');
    await api.files.dismiss({ workspace, file: join(folder, name) });
    expect((await list()).waiting).toEqual([]);
  });

  test('are those of a folder, hidden ones aside', async () => {
    const { api, workspace, folder } = await aWorkspaceWith({ 'bookings.csv': ONE, '.bookings.csv': TWO });
    expect(await api.files.add({ workspace, files: [folder] })).toEqual([
      { name: 'bookings.csv', source: 'bookings', outcome: 'loaded' },
    ]);
  });

  test('that cannot be loaded keep no other from being loaded', async () => {
    const { add } = await aWorkspaceWith({ 'bookings-1.csv': '', 'bookings-2.csv': TWO });
    expect((await add('bookings-1.csv', 'bookings-2.csv')).map(({ outcome }) => outcome)).toEqual([
      'waiting',
      'loaded',
    ]);
  });
});

describe('a file that is removed', () => {
  test('takes its records along and frees the keys that it had', async () => {
    const { add, list, api, workspace, db } = await aWorkspaceWith({
      'bookings-1.csv': ONE,
      'bookings-2.csv': TWO,
    });
    await add('bookings-1.csv', 'bookings-2.csv');
    const [first] = sourceIn(await list(), 'bookings').files;
    await api.files.remove({ workspace, import: first?.import ?? 0 });
    expect(acceptedIds(db)).toEqual([2, 3]);
    expect(sourceIn(await list(), 'bookings')).toMatchObject({ read: 2, rejected: 0, state: 'ready' });
  });

  test('leaves those behind it as they are where they do not hang on it', async () => {
    const { add, list, api, workspace, folder, db } = await aWorkspaceWith({
      'bookings-1.csv': ONE,
      'bookings-2.csv': TWO.replace('\n2,', '\n9,'),
    });
    await add('bookings-1.csv', 'bookings-2.csv');
    // Its original is not needed.
    rmSync(join(folder, 'bookings-2.csv'));
    const [first] = sourceIn(await list(), 'bookings').files;
    await api.files.remove({ workspace, import: first?.import ?? 0 });
    expect(acceptedIds(db)).toEqual([9, 3]);
  });
});

describe('what is assumed', () => {
  const days = Array.from({ length: 12 }, (_, day): readonly [string, string] => [
    `${day + 10}/11/2026`,
    '1',
  ]);

  test('of dates that fit one order alone is proposed, decided, remembered and taken back', async () => {
    const { add, list, api, workspace, folder } = await aWorkspaceWith({
      'bookings-1.csv': bookings(1, ...days, ['2026-11-20', '1']),
    });
    await add('bookings-1.csv');
    const [file] = sourceIn(await list(), 'bookings').files;
    if (!file) throw new Error('The file is loaded.');
    expect(file.accepted).toBe(1);
    const proposal = proposalFor(file.assumptions, 'booking_date');
    expect(proposal.sentence).toBe(
      'In bookings-1.csv booking_date is written in 2 ways: 2026-11-20 (year-month-day) in 1 record, first on line 14; ' +
        '13/11/2026 (day/month/year) in 12, first on line 2.',
    );
    expect(proposal.proof[1]).toEqual({ line: 5, text: '13/11/2026', shows: 'day/month/year' });
    const [alternative] = proposal.alternatives;
    expect(alternative).toEqual({
      label: 'Read booking_date as day/month/year: 12 more records',
      reading: { formats: { booking_date: 'day-month-year' } },
    });
    const added = await api.files.read({
      ...{ workspace, file: { import: file.import }, source: 'bookings' },
      reading: alternative?.reading ?? {},
    });
    expect(added.outcome).toBe('loaded');
    const [again] = sourceIn(await list(), 'bookings').files;
    expect(again?.accepted).toBe(13);
    expect(again?.assumptions.find(({ about }) => about === 'dates')).toMatchObject({
      certainty: 'decided',
      alternatives: [
        { reading: { formats: {} } },
        { reading: { formats: { booking_date: 'month-day-year' } } },
      ],
    });
    writeFiles(folder, { 'bookings-2.csv': bookings(50, ...days) });
    await add('bookings-2.csv');
    const [, next] = sourceIn(await list(), 'bookings').files;
    expect(next?.accepted).toBe(12);
    expect(next?.assumptions.find(({ about }) => about === 'dates')).toMatchObject({
      certainty: 'assumed',
      sentence: 'In bookings-2.csv booking_date is read as day/month/year, as for bookings-1.csv before.',
    });
  });

  test('of dates that fit both orders is proposed twice', async () => {
    const both = Array.from({ length: 6 }, (_, day): readonly [string, string] => [
      `0${day + 1}/02/2026`,
      '1',
    ]);
    const { add, list } = await aWorkspaceWith({ 'bookings.csv': bookings(1, ...both) });
    await add('bookings.csv');
    const [file] = sourceIn(await list(), 'bookings').files;
    const proposal = proposalFor(file?.assumptions ?? [], 'booking_date');
    expect(proposal.sentence).toContain('the values do not tell which it is');
    expect(proposal.alternatives.map(({ reading }) => reading.formats)).toEqual([
      { booking_date: 'day-month-year' },
      { booking_date: 'month-day-year' },
    ]);
  });

  test('of dates that one order reads and the other nearly does is proposed in the one', async () => {
    const nearly = Array.from({ length: 20 }, (): readonly [string, string] => ['01/02/2026', '1']);
    const { add, list } = await aWorkspaceWith({
      'bookings.csv': bookings(1, ...nearly, ['31/01/2026', '1']),
    });
    await add('bookings.csv');
    const [file] = sourceIn(await list(), 'bookings').files;
    const { alternatives } = proposalFor(file?.assumptions ?? [], 'booking_date');
    expect(alternatives.map(({ label }) => label)).toEqual([
      'Read booking_date as day/month/year: 21 more records',
    ]);
  });

  test('of dates and numbers that stand in the same records is proposed at once as well', async () => {
    const both = Array.from({ length: 6 }, (_, day): readonly [string, string] => [
      `${day + 20}/11/2026`,
      '1.000,50',
    ]);
    const { add, list, api, workspace } = await aWorkspaceWith({ 'bookings.csv': bookings(1, ...both) });
    await add('bookings.csv');
    const [file] = sourceIn(await list(), 'bookings').files;
    const { alternatives } = proposalFor(file?.assumptions ?? [], 'booking_date');
    expect(alternatives.map(({ label }) => label)).toEqual([
      'Read booking_date as day/month/year and booking_amount as numbers like 1.234,50, all at once',
      'Read booking_date as day/month/year: these records have other faults, too',
    ]);
    await api.files.read({
      ...{ workspace, file: { import: file?.import ?? 0 }, source: 'bookings' },
      reading: alternatives[0]?.reading ?? {},
    });
    expect(sourceIn(await list(), 'bookings').accepted).toBe(6);
  });

  test('of numbers says which accepted values another format would break', async () => {
    const amounts = Array.from({ length: 6 }, (_, index): readonly [string, string] => [
      '2026-01-01',
      `1.00${index},50`,
    ]);
    const { add, list } = await aWorkspaceWith({
      'bookings.csv': bookings(1, ...amounts, ['2026-01-01', '12.50']),
    });
    await add('bookings.csv');
    const [file] = sourceIn(await list(), 'bookings').files;
    const proposal = proposalFor(file?.assumptions ?? [], 'booking_amount');
    expect(proposal.alternatives.map(({ label }) => label)).toEqual([
      'Read booking_amount as numbers like 1.234,50: 6 more records, but 1 of the first 7 values would be read otherwise or not at all',
    ]);
  });

  test('of the encoding is shown by the lines that tell it, and can be decided otherwise', async () => {
    const text = `${ONE}9,7,2026-01-01,1,COMPLETED,M\xfcnchen,web\n`;
    const { add, list, api, workspace } = await aWorkspaceWith({
      'bookings.csv': Buffer.from(text, 'latin1'),
    });
    await add('bookings.csv');
    const [file] = sourceIn(await list(), 'bookings').files;
    const encoding = file?.assumptions.find(({ about }) => about === 'encoding');
    expect(encoding).toMatchObject({
      sentence: 'bookings.csv is no valid UTF-8 and was read as Windows-1252.',
      certainty: 'assumed',
      proof: [{ line: 4, text: '9,7,2026-01-01,1,COMPLETED,München,web' }],
      alternatives: [{ reading: { encoding: 'utf-8' } }],
    });
    await api.files.read({
      ...{ workspace, file: { import: file?.import ?? 0 }, source: 'bookings' },
      reading: { encoding: 'utf-8' },
    });
    expect(sourceIn(await list(), 'bookings')).toMatchObject({ accepted: 2, rejected: 1 });
  });
});

describe('a mapping', () => {
  const GERMAN = 'Buchung;Kunde;Tag;Betrag;Zustand\n1;7;2026-01-01;1.5;COMPLETED\n';
  const columns = {
    ...{ booking_id: 'Buchung', customer_id: 'Kunde', booking_date: 'Tag' },
    ...{ booking_amount: 'Betrag', booking_status: 'Zustand' },
  };

  test('loads a waiting file and the next one with that header', async () => {
    const { add, list, api, workspace, folder, db } = await aWorkspaceWith({ 'Export.csv': GERMAN });
    await add('Export.csv');
    const waiting = join(folder, 'Export.csv');
    const seen = await api.files.inspect({ workspace, file: { waiting }, source: 'bookings' });
    expect(seen).toMatchObject({ delimiter: ';', header: ['Buchung', 'Kunde', 'Tag', 'Betrag', 'Zustand'] });
    expect(seen.rows).toEqual([{ line: 2, cells: ['1', '7', '2026-01-01', '1.5', 'COMPLETED'] }]);
    const file = { waiting };
    await api.files.read({ workspace, file, source: 'bookings', reading: { columns } });
    expect((await list()).waiting).toEqual([]);
    expect(acceptedIds(db)).toEqual([1]);
    writeFiles(folder, { 'bookings-next.csv': GERMAN.replace('1;7', '2;7').toUpperCase() });
    expect(await add('bookings-next.csv')).toEqual([
      { name: 'bookings-next.csv', source: 'bookings', outcome: 'loaded' },
    ]);
    expect(acceptedIds(db)).toEqual([1, 2]);
    const files = sourceIn(await list(), 'bookings').files;
    const id = files.at(-1)?.assumptions.find(({ column }) => column === 'booking_id');
    expect(id?.sentence).toBe(
      'In bookings-next.csv "BUCHUNG" stands for booking_id, as for Export.csv before.',
    );
  });

  test('that names no header of the file is refused, and all stays as it was', async () => {
    const { add, list, api, workspace, folder } = await aWorkspaceWith({ 'Export.csv': GERMAN });
    await add('Export.csv');
    const asked = { workspace, file: { waiting: join(folder, 'Export.csv') }, source: 'bookings' };
    await expect(
      api.files.read({ ...asked, reading: { columns: { ...columns, booking_id: 'Nummer' } } }),
    ).rejects.toThrow('Export.csv has no column booking_id, which bookings requires.');
    await expect(api.files.read({ ...asked, reading: { columns: { nothing: 'Tag' } } })).rejects.toThrow(
      'bookings has no column nothing.',
    );
    expect((await list()).waiting).toHaveLength(1);
  });
});

test('a profile says what the columns hold', async () => {
  const { add, api, workspace } = await aWorkspaceWith({ 'bookings.csv': ONE });
  await add('bookings.csv');
  const profile = await api.files.profile({ workspace, source: 'bookings' });
  expect(profile.find(({ column }) => column === 'booking_amount')).toEqual({
    ...{ column: 'booking_amount', filled: 2, empty: 0, distinct: 2, least: '10.00', most: '20.50' },
    histogram: expect.arrayContaining([{ label: '10 to 11', count: 1 }]),
  });
  expect(profile.find(({ column }) => column === 'booking_date')?.histogram).toEqual([
    { label: '2026-01-01', count: 1 },
    { label: '2026-01-02', count: 1 },
  ]);
  expect(profile.find(({ column }) => column === 'product_name')?.histogram).toEqual([
    { label: 'Tour', count: 2 },
  ]);
});
