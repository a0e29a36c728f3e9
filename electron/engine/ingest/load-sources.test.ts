import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../contract/progress.ts';
import { aColumn, aRecipe, aRequired, aSource } from '../testing/a-source.ts';
import { aKeptWorkspace, aWorkspace } from '../testing/a-workspace.ts';
import { contentOf, load } from '../testing/load.ts';
import { replaceFiles, tempFolder, writeFiles } from '../testing/temp-folder.ts';
import type { ReadableDb } from '../workspace/database.ts';
import { inTransaction } from '../workspace/workspace.ts';
import { loadSources } from './load-sources.ts';

const PEOPLE = aSource('people', [aRequired('person_id', 'id'), aColumn('name', 'text')], {
  unique: [['person_id']],
});
const VISITS = aSource('visits', [aRequired('person_id', 'id')], { required: false });

const ONE = 'person_id,name\n1,Ann\n2,Bob\n';
const TWO = 'person_id,name\n2,Bert\n3,Cid\n';
const THREE = 'person_id,name\n3,Cy\n4,Di\nx\n';

/** What was said of each file: `loaded`, or `already` where it was there. */
function told(said: readonly Progress[]): readonly string[] {
  return said.flatMap((progress) =>
    progress.kind === 'loaded' ? [`${progress.file} ${progress.already ? 'already' : 'loaded'}`] : [],
  );
}

/** The names of the accepted people, and where the rejected ones stand. */
function names(db: ReadableDb): readonly string[] {
  return contentOf(db, PEOPLE).flatMap(({ file, accepted, rejected }) => [
    ...[...accepted.values()].map(([, name]) => `${name}`),
    ...[...rejected].map(([line, { faults }]) => `${file}:${line} ${faults.join('|')}`),
  ]);
}

/** All that a workspace holds, as text. */
function everything(db: ReadableDb): string {
  const tables = db
    .prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all();
  return JSON.stringify(
    tables.map((table) => [table, db.prepare(`select * from "${table}" order by 1, 2`).raw().all()]),
  );
}

const ALL = ['Ann', 'Bob', 'Cid', 'people2.csv:2 person_id:duplicate_key@1:3'];

describe('loadSources', () => {
  test('loads all files of a source in name order as one, and says of each import what it was', async () => {
    const workspace = aWorkspace();
    const packed = gzipSync(TWO);
    const folder = tempFolder({ 'people2.csv.gz': packed, 'people1.csv': ONE, 'notes.txt': 'x' });
    const { unmatched } = await inTransaction(workspace, () =>
      loadSources(workspace.db, aRecipe(PEOPLE, VISITS), folder, () => {}),
    );
    expect(unmatched).toEqual(['notes.txt']);
    expect(names(workspace.db)).toEqual([...ALL.slice(0, 3), 'people2.csv.gz:2 person_id:duplicate_key@1:3']);
    const imports = workspace.db
      .prepare('select source, file, bytes, sha256, delimiter, header, read, accepted, rejected from import')
      .raw()
      .all();
    const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
    const header = '["person_id","name"]';
    expect(imports).toEqual([
      ['people', 'people1.csv', ONE.length, sha256(ONE), ',', header, 2, 2, 0],
      ['people', 'people2.csv.gz', packed.length, sha256(packed), ',', header, 2, 1, 1],
    ]);
  });

  test('leaves nothing behind for the next load to stumble over', async () => {
    const workspace = aWorkspace();
    await load(workspace, tempFolder({ 'people.csv': ONE }), PEOPLE);
    const temporary = workspace.db.prepare('select name from sqlite_temp_schema').pluck().all();
    expect(temporary).toEqual([]);
  });
});

describe('loaded again', () => {
  test('an unchanged folder changes nothing and says so', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO });
    expect(told(await load(workspace, folder, PEOPLE))).toEqual(['people1.csv loaded', 'people2.csv loaded']);
    const before = everything(workspace.db);
    expect(await load(workspace, folder, PEOPLE)).toEqual([
      { kind: 'loaded', source: 'people', file: 'people1.csv', already: true },
      { kind: 'loaded', source: 'people', file: 'people2.csv', already: true },
    ]);
    expect(everything(workspace.db)).toBe(before);
  });

  test('a file under another name is the same file', async () => {
    const workspace = aWorkspace();
    await load(workspace, tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO }), PEOPLE);
    const renamed = tempFolder({ 'people-a.csv': ONE, 'people-b.csv': TWO });
    expect(told(await load(workspace, renamed, PEOPLE))).toEqual([
      'people-a.csv already',
      'people-b.csv already',
    ]);
    expect(contentOf(workspace.db, PEOPLE).map(({ file }) => file)).toEqual(['people-a.csv', 'people-b.csv']);
  });

  test('a changed file is loaded with those behind it, and those before it stay', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO, 'people3.csv': THREE });
    await load(workspace, folder, PEOPLE);
    expect(names(workspace.db)).toEqual([
      ...ALL,
      'Di',
      'people3.csv:2 person_id:duplicate_key@2:3',
      'people3.csv:4 too_few_fields',
    ]);
    writeFiles(folder, { 'people2.csv': TWO.replace('3,Cid', '2,Cid') });
    expect(told(await load(workspace, folder, PEOPLE))).toEqual([
      'people1.csv already',
      'people2.csv loaded',
      'people3.csv loaded',
    ]);
    expect(names(workspace.db)).toEqual([
      ...[
        'Ann',
        'Bob',
        'people2.csv:2 person_id:duplicate_key@1:3',
        'people2.csv:3 person_id:duplicate_key@1:3',
      ],
      ...['Cy', 'Di', 'people3.csv:4 too_few_fields'],
    ]);
  });

  test('a file that is gone takes its records with it, and frees the keys that it had', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO });
    await load(workspace, folder, PEOPLE);
    rmSync(join(folder, 'people1.csv'));
    expect(told(await load(workspace, folder, PEOPLE))).toEqual(['people2.csv loaded']);
    expect(names(workspace.db)).toEqual(['Bert', 'Cid']);
    expect(workspace.db.prepare('select count(*) from fault').pluck().get()).toBe(0);
  });

  test('the last file that is gone takes its records alone', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO });
    await load(workspace, folder, PEOPLE);
    rmSync(join(folder, 'people2.csv'));
    expect(told(await load(workspace, folder, PEOPLE))).toEqual(['people1.csv already']);
    expect(names(workspace.db)).toEqual(['Ann', 'Bob']);
  });

  test('of an optional source every file may go', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people.csv': ONE, 'visits.csv': 'person_id\n1\nx,y\n' });
    await load(workspace, folder, PEOPLE, VISITS);
    rmSync(join(folder, 'visits.csv'));
    expect(told(await load(workspace, folder, PEOPLE, VISITS))).toEqual(['people.csv already']);
    expect(contentOf(workspace.db, VISITS)).toEqual([]);
    expect(workspace.db.prepare('select count(*) from source_visits').pluck().get()).toBe(0);
  });

  test('a file that comes behind is added, one that comes before moves all behind it', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people2.csv': TWO });
    await load(workspace, folder, PEOPLE);
    writeFiles(folder, { 'people3.csv': THREE });
    expect(told(await load(workspace, folder, PEOPLE))).toEqual([
      'people2.csv already',
      'people3.csv loaded',
    ]);
    writeFiles(folder, { 'people1.csv': ONE });
    expect(told(await load(workspace, folder, PEOPLE))).toEqual([
      ...['people1.csv loaded', 'people2.csv loaded', 'people3.csv loaded'],
    ]);
    expect(names(workspace.db).slice(0, 4)).toEqual(ALL);
  });

  test('files that have changed places are loaded in their new order', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO });
    await load(workspace, folder, PEOPLE);
    replaceFiles(folder, { 'people1.csv': TWO, 'people2.csv': ONE });
    expect(told(await load(workspace, folder, PEOPLE))).toEqual(['people1.csv loaded', 'people2.csv loaded']);
    expect(names(workspace.db)).toEqual(['Bert', 'Cid', 'Ann', 'people2.csv:3 person_id:duplicate_key@1:2']);
  });

  test('the same content twice is loaded twice', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people1.csv': ONE, 'people2.csv': ONE });
    for (const expected of ['loaded', 'already']) {
      const said = told(await load(workspace, folder, PEOPLE));
      expect(said).toEqual([`people1.csv ${expected}`, `people2.csv ${expected}`]);
      expect(names(workspace.db).filter((name) => name.includes('duplicate_key')).length).toBe(2);
    }
  });

  test.each([
    ['a column more', { columns: [...PEOPLE.columns, aColumn('note', 'text')] }],
    ['another type', { columns: [aRequired('person_id', 'text'), aColumn('name', 'text')] }],
    [
      'other bounds',
      { columns: [aRequired('person_id', { kind: 'integer', least: 0n }), aColumn('name', 'text')] },
    ],
    [
      'a column that is required now',
      { columns: PEOPLE.columns.map(({ name, type }) => aRequired(name, type)) },
    ],
    ['another key', { unique: [['person_id', 'name']] }],
  ])('a source that is defined otherwise is loaded anew: %s', async (_, change) => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO, 'visits.csv': 'person_id\n1\n' });
    await load(workspace, folder, PEOPLE, VISITS);
    const changed = { ...PEOPLE, ...change };
    const expected = ['people1.csv loaded', 'people2.csv loaded', 'visits.csv already'];
    expect(told(await load(workspace, folder, changed, VISITS))).toEqual(expected);
    const fresh = aWorkspace();
    await load(fresh, folder, changed, VISITS);
    expect(contentOf(workspace.db, changed)).toEqual(contentOf(fresh.db, changed));
  });

  test('other file names are no other definition', async () => {
    const workspace = aWorkspace();
    const folder = tempFolder({ 'people.csv': ONE });
    await load(workspace, folder, PEOPLE);
    const renamed = { ...PEOPLE, files: ['peo*.csv'] };
    expect(told(await load(workspace, folder, renamed))).toEqual(['people.csv already']);
  });
});

describe('a load that fails', () => {
  const bad = { 'people1.csv': ONE, 'people2.csv': 'name\nAnn\n' };

  test.each<[about: string, files: Readonly<Record<string, string | Uint8Array>>]>([
    ['in a later file', bad],
    ['in a file that is damaged', { 'people1.csv': TWO, 'people2.csv.gz': gzipSync(ONE).subarray(0, 30) }],
    [
      'at the header of a long packed file',
      { 'people.csv.gz': gzipSync(`name\n${'x\n'.repeat(500_000)}`, { level: 0 }) },
    ],
    ['for want of a file', { 'visits.csv': 'person_id\n1\n' }],
    ['in the next source', { 'people.csv': THREE, 'visits.csv': 'nothing\n' }],
  ])('leaves the workspace as it was: %s', async (_, files) => {
    const folder = tempFolder();
    const workspace = aKeptWorkspace(join(folder, 'kept.muster'));
    const good = tempFolder({ 'people1.csv': ONE, 'people2.csv': TWO, 'visits.csv': 'person_id\n1\n' });
    await load(workspace, good, PEOPLE, VISITS);
    const before = everything(workspace.db);
    await expect(load(workspace, tempFolder(files), PEOPLE, VISITS)).rejects.toThrow();
    expect(everything(workspace.db)).toBe(before);
    expect(told(await load(workspace, good, PEOPLE, VISITS)).every((each) => each.endsWith('already'))).toBe(
      true,
    );
    // Nothing is in the way of the load after it.
    writeFiles(good, { 'people2.csv': THREE });
    await load(workspace, good, PEOPLE, VISITS);
    expect(names(workspace.db)).toEqual(['Ann', 'Bob', 'Cy', 'Di', 'people2.csv:4 too_few_fields']);
  });

  test('a file that grows while it is read is one', async () => {
    const folder = tempFolder({ 'people.csv': `person_id,name\n${'7,x\n'.repeat(100_000)}` });
    const path = join(folder, 'people.csv');
    const workspace = aWorkspace();
    const loading = inTransaction(workspace, () =>
      loadSources(workspace.db, aRecipe({ ...PEOPLE, unique: [] }), folder, (progress) => {
        if (progress.kind === 'file' && progress.records < 50_000) appendFileSync(path, '8,y\n');
      }),
    );
    await expect(loading).rejects.toThrow(/people\.csv changed while it was read/);
    expect(readFileSync(path).length).toBeGreaterThan(400_000);
  });

  test('a file that is touched while it is found to be there already is one, too', async () => {
    const folder = tempFolder({ 'people.csv': ONE, 'visits.csv': 'person_id\n1\n' });
    const workspace = aWorkspace();
    await load(workspace, folder, PEOPLE, VISITS);
    const touch = () => utimesSync(join(folder, 'visits.csv'), 1, 1);
    const loading = inTransaction(workspace, () =>
      loadSources(workspace.db, aRecipe(PEOPLE, VISITS), folder, touch),
    );
    await expect(loading).rejects.toThrow(/visits\.csv changed while it was read/);
  });
});
