import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FilesState, LoadedFileInfo } from '../../contract/files.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRecipe, aRequired, aSource } from '../testing/a-source.ts';
import { aWorkspace } from '../testing/a-workspace.ts';
import { anEngine } from '../testing/an-engine.ts';
import { readTexts } from '../testing/file-texts.ts';
import { contentOf, load } from '../testing/load.ts';
import { type Files, replaceFiles, tempFolder, writeFiles } from '../testing/temp-folder.ts';
import { CancelFlag } from '../workspace/cancel.ts';
import { addFile } from './add-file.ts';
import { assumptionsOf } from './assume.ts';

/** A booking as a line of JSON, with other values and keys where they are given. */
function booking(id: number, more: object = {}): string {
  const values = {
    booking_id: id,
    customer_id: 7,
    booking_date: '2026-01-01',
    booking_amount: 10.5,
    booking_status: 'COMPLETED',
  };
  return `${JSON.stringify({ ...values, ...more })}\n`;
}

async function aWorkspaceWith(files: Files) {
  const { api, engine } = anEngine();
  const { workspace } = await api.workspaces.create({ recipe: 'eligible-audience' });
  const folder = tempFolder(files);
  const add = (...names: readonly string[]) =>
    api.files.add({ workspace, files: names.map((name) => join(folder, name)) });
  const bookings = async () => bookingsOf(await api.files.list({ workspace }));
  return { api, workspace, folder, add, bookings, db: (await engine.workspace(workspace)).db };
}

function bookingsOf({ sources }: FilesState) {
  const source = sources.find(({ source: name }) => name === 'bookings');
  if (!source) throw new Error('There are no bookings.');
  return source;
}

function sentences(file: LoadedFileInfo | undefined): readonly string[] {
  return (file?.assumptions ?? []).map(({ certainty, sentence }) => `${certainty}: ${sentence}`);
}

test('a JSON file is recognised by its keys, and what was assumed of it is said with its lines', async () => {
  const { add, bookings } = await aWorkspaceWith({
    'export.jsonl': `\n${booking(1, { 'Product Name': 'Tour', extra: { a: 1 } })}${booking(2)}`,
  });
  expect(await add('export.jsonl')).toEqual([
    { name: 'export.jsonl', source: 'bookings', outcome: 'loaded' },
  ]);
  const [file] = (await bookings()).files;
  expect(file).toMatchObject({ shape: 'json lines', delimiter: '', read: 2, accepted: 2 });
  expect(sentences(file)).toEqual([
    'told: export.jsonl holds plain letters only: it reads the same in UTF-8 and in Windows-1252.',
    'told: export.jsonl is JSON Lines: one object a line.',
    'told: In export.jsonl "Product Name" stands for product_name.',
    'told: None of the first records of export.jsonl has source_system.',
    'told: Of export.jsonl these keys are not used by bookings: "extra".',
  ]);
  const shape = file?.assumptions.find(({ about }) => about === 'shape');
  expect(shape?.proof).toMatchObject([{ line: 2, text: expect.stringContaining('{"booking_id":1,') }]);
  const product = file?.assumptions.find(({ column }) => column === 'product_name');
  expect(product?.proof).toEqual([
    { line: 2, text: 'Tour' },
    { line: 3, text: '' },
  ]);
});

test('an array is accepted and said, in the app as for what the command line has loaded', async () => {
  const { add, bookings } = await aWorkspaceWith({ 'bookings.json': `[${booking(1)},${booking(2)}]` });
  await add('bookings.json');
  const sentence =
    'bookings.json is one JSON array, not an object a line; its elements were read as records.';
  expect(sentences((await bookings()).files[0])).toContain(`assumed: ${sentence}`);
  const source = aSource('events', [aRequired('id', 'id')], { files: ['*.json'] });
  const workspace = aWorkspace();
  await load(workspace, tempFolder({ 'bookings.json': '[{"id":1}]' }), source);
  expect(assumptionsOf(workspace.db, 1, 'bookings.json')).toEqual([
    { about: 'shape', column: null, sentence, certainty: 'assumed', proof: [], alternatives: [] },
  ]);
});

test('of a file without a record that can be read it is said that it may be of another kind', async () => {
  const source = aSource('events', [aRequired('id', 'id')], { files: ['*.json'] });
  const workspace = aWorkspace();
  const folder = tempFolder({ 'a.json': 'id,score\n1,5\n' });
  const context = { workspace, recipe: aRecipe(source), cancel: new CancelFlag(), onProgress: () => {} };
  await addFile(context, { file: 'a.json', path: join(folder, 'a.json'), name: 'a.json' });
  const said =
    'a.json has no record that can be read: is it JSON, with each object on one line or in one array?';
  const told = assumptionsOf(workspace.db, 1, 'a.json').map(({ about, sentence }) => [about, sentence]);
  expect(told).toContainEqual(['shape', said]);
});

test('a file without a required key waits, is looked at, and is read and remembered with another', async () => {
  const uid = { booking_id: undefined };
  const { add, bookings, api, workspace, folder } = await aWorkspaceWith({
    'export.jsonl': booking(0, { ...uid, BookingNo: 1 }) + booking(0, { ...uid, BookingNo: 'x', more: [1] }),
    'next.jsonl': booking(0, { more: null, bookingno: 2, ...uid }),
  });
  const [added] = await add('export.jsonl');
  expect(added?.outcome).toBe('waiting');
  const waiting = join(folder, 'export.jsonl');
  const asked = { workspace, file: { waiting }, source: 'bookings' };
  const seen = await api.files.inspect(asked);
  expect(seen).toMatchObject({ shape: 'json lines', delimiter: '' });
  expect(seen.header).toEqual([
    ...['customer_id', 'booking_date', 'booking_amount', 'booking_status', 'BookingNo', 'more'],
  ]);
  expect(seen.rows).toEqual([
    { line: 1, cells: ['7', '2026-01-01', '10.5', 'COMPLETED', '1', ''] },
    { line: 2, cells: ['7', '2026-01-01', '10.5', 'COMPLETED', 'x', '[1]'] },
  ]);
  expect(seen.mapping[0]).toEqual({ column: 'booking_id', header: null, suggestion: 'BookingNo' });
  await expect(api.files.read({ ...asked, reading: {} })).rejects.toThrow(
    'None of the first records of export.jsonl has the key booking_id, which bookings requires.',
  );
  const reading = { columns: { booking_id: 'BookingNo' } };
  expect((await api.files.read({ ...asked, reading })).outcome).toBe('loaded');
  expect(await add('next.jsonl')).toMatchObject([{ outcome: 'loaded' }]);
  const { files, accepted } = await bookings();
  expect(accepted).toBe(3);
  expect(sentences(files[1])).toContain(
    'assumed: In next.jsonl "bookingno" stands for booking_id, as for export.jsonl before.',
  );
});

test('the key that stands for a column holds for corrections, and for the file read anew', async () => {
  const no = { booking_id: undefined };
  const text = booking(0, { ...no, No: 1, booking_amount: 'ten' }).concat(
    booking(0, { ...no, No: 2 }),
    '{"No":3,"No":4}\n',
  );
  const { add, bookings, api, workspace, folder, db } = await aWorkspaceWith({ 'export.jsonl': text });
  await add('export.jsonl');
  const file = { waiting: join(folder, 'export.jsonl') };
  const columns = { booking_id: 'No' };
  await api.files.read({ workspace, file, source: 'bookings', reading: { columns } });
  expect(await bookings()).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
  const [first, broken] = db
    .prepare('select record from quarantine order by record')
    .safeIntegers()
    .pluck()
    .all();
  const shown = await api.quarantine.record({ workspace, record: String(broken) });
  expect(shown).toMatchObject({ cells: ['{"No":3,"No":4}'], faults: [{ code: 'unreadable' }] });
  expect(shown.header[0]).toBe('No');
  const cells = shown.header.map((_, place) => ['3', '7', '2026-01-01', '1', 'COMPLETED'][place] ?? '');
  await api.quarantine.correctRecord({ workspace, record: String(broken), cells });
  const one = { workspace, record: String(first), column: 'booking_amount', text: '10', all: false };
  await api.quarantine.correct(one);
  expect(await bookings()).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
  const again = { import: (await bookings()).files[0]?.import ?? 0 };
  const reading = { columns, formats: { booking_amount: 'decimal-point' as const } };
  await api.files.read({ workspace, file: again, source: 'bookings', reading });
  expect(await bookings()).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
  const ids = db.prepare('select booking_id from source_bookings order by record').pluck().all();
  expect(ids).toEqual([1, 2, 3]);
});

test('an empty JSON file is recognised by its name, and has no records', async () => {
  const source = aSource('events', [aRequired('id', 'id')], { files: ['*.json'] });
  const workspace = aWorkspace();
  const folder = tempFolder({ 'a.json': '', 'b.json': '[]' });
  const context = { workspace, recipe: aRecipe(source), cancel: new CancelFlag(), onProgress: () => {} };
  for (const name of ['a.json', 'b.json']) {
    const added = await addFile(context, { file: name, path: join(folder, name), name });
    expect(added).toEqual({ name, source: 'events', outcome: 'loaded' });
  }
  expect(contentOf(workspace.db, source).map(({ read }) => read)).toEqual([0, 0]);
});

test('text that begins as JSON under another name waits, and says which name it needs', async () => {
  const { api, workspace, add } = await aWorkspaceWith({ 'bookings.csv': booking(1) });
  expect(await add('bookings.csv')).toMatchObject([{ outcome: 'waiting' }]);
  expect((await api.files.list({ workspace })).waiting).toMatchObject([
    {
      needs: 'file',
      problem: 'bookings.csv looks like JSON Lines, but its name does not say so.',
      nextStep: 'Give it the ending .jsonl.',
    },
  ]);
});

test('a run as of another day judges JSON as a run as of that day alone, and files are added behind', async () => {
  const recipe = aPeopleRecipe({
    sources: {
      people: {
        files: ['*.jsonl'],
        incremental: true,
        columns: {
          id: { type: 'id', required: true },
          seen_on: { type: 'date', most: 'as_of', header: 'Seen on' },
        },
      },
    },
    tables: [
      {
        table: 'person',
        from: 'people',
        key: ['id'],
        sql: 'select max(record) as record, id, max(seen_on) as seen_on from people group by id',
      },
    ],
    outputs: [
      {
        file: 'delivery.csv',
        delivers: true,
        sql: 'select id, seen_on from survivor join person using (id) order by id',
      },
    ],
  });
  const day = (id: number, seen: string) => `{"id":${id},"seen_on":"${seen}"}\n`;
  const files = tempFolder({ 'a.jsonl': `${day(1, '2026-01-10')}${day(2, '2026-03-10')}{"id":` });
  const workspace = join(tempFolder(), 'w.muster');
  const runAsOf = async (asOf: string, kept: string | undefined) => {
    const outFolder = join(tempFolder(), 'out');
    const given = { recipe, inFolder: files, outFolder, asOf, params: {}, ...(kept && { workspace: kept }) };
    await runRecipe(given, () => {});
    return readTexts(outFolder);
  };
  for (const asOf of ['2026-02-01', '2026-04-01', '2026-01-01']) {
    expect(await runAsOf(asOf, workspace)).toEqual(await runAsOf(asOf, undefined));
  }
  writeFiles(files, { 'b.jsonl': `[${day(3, '2026-01-01')}]` });
  expect((await runAsOf('2026-02-01', workspace))['delivery.csv']).toBe(
    'id,seen_on\n1,2026-01-10\n3,2026-01-01\n',
  );
  replaceFiles(files, { 'c.jsonl': day(4, '2026-01-02') });
  const last = await runAsOf('2026-02-01', workspace);
  expect(last['delivery.csv']).toContain('3,2026-01-01\n4,2026-01-02\n');
  expect(last['rejected-people.csv']).toBe(
    'id,Seen on,rejection_reason,source_file,source_line\n2,2026-03-10,Seen on:out_of_range,a.jsonl,2\n"{""id"":",,unreadable,a.jsonl,3\n',
  );
});
