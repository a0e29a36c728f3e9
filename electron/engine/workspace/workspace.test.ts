import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { aKeptWorkspace, aWorkspace } from '../testing/a-workspace.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { count } from './database.ts';
import { inTransaction, openWorkspace, openWorkspaceForReading } from './workspace.ts';

const PEOPLE = { 'people.csv': 'id\n1\n2\n' };

/** Where a workspace may be made; gone when the test ends. */
function aPath(): string {
  return join(tempFolder(), 'w.muster');
}

/** A database file that something else has made. */
function aDatabase(sql: string): string {
  const path = aPath();
  const db = new Database(path);
  db.exec(sql);
  db.close();
  return path;
}

/** Another connection to a workspace that exists. */
function anotherConnection(path: string): Database.Database {
  const db = new Database(path);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

/** Every row of every table of a workspace. */
function contentOf(path: string): unknown {
  const db = openWorkspaceForReading(path);
  const tables = db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all();
  const content = tables.map((name) => [name, db.prepare(`select * from "${name}"`).all()]);
  db.close();
  return content;
}

describe('a new workspace', () => {
  test('says in its file what it is and of which version', () => {
    const path = aPath();
    openWorkspace(path).close();
    const header = readFileSync(path);
    // https://sqlite.org/fileformat.html#the_database_header
    expect(header.toString('latin1', 68, 72)).toBe('MUST');
    expect(header.readUInt32BE(60)).toBe(80);
  });

  test('is one file at rest, in folders that are made for it', () => {
    const path = join(tempFolder(), 'deep', 'er', 'w.muster');
    const workspace = openWorkspace(path);
    workspace.db.exec("insert into workspace (only_row, recipe) values (1, 'r')");
    workspace.close();
    expect(readdirSync(dirname(path))).toEqual(['w.muster']);
    // Without a write-ahead log, which a copy of the file alone would not have.
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
    expect(count(aKeptWorkspace(path).db, 'select count(*) from workspace')).toBe(1);
  });

  test('takes over an empty file, which a crash at the very first start leaves', () => {
    const path = join(tempFolder({ 'w.muster': '' }), 'w.muster');
    expect(() => openWorkspaceForReading(path)).toThrow(`${path} holds no run yet.`);
    expect(count(aKeptWorkspace(path).db, 'select count(*) from run')).toBe(0);
  });
});

test('a temporary workspace is private to the user and gone when it is closed', () => {
  const { path, close } = aWorkspace();
  expect(statSync(dirname(path)).mode & 0o077).toBe(0);
  close();
  expect(existsSync(dirname(path))).toBe(false);
});

describe('what is no workspace is refused by name and stays as it was', () => {
  test.each([
    {
      what: 'a workspace of a newer Muster',
      sql: `pragma application_id = ${0x4d555354}; pragma user_version = 90; create table t (x any) strict`,
      says: 'was written by a newer Muster (workspace version 90; this one knows 80).',
    },
    {
      what: 'a database of another application',
      sql: 'pragma application_id = 7; create table t (x any) strict',
      says: 'is an SQLite database, but no Muster workspace.',
    },
    {
      what: 'a database of no application',
      sql: 'create table t (x any) strict',
      says: 'is an SQLite database, but no Muster workspace.',
    },
  ])('$what', ({ sql, says }) => {
    const path = aDatabase(sql);
    const before = readFileSync(path);
    expect(() => openWorkspace(path)).toThrow(`${path} ${says}`);
    expect(() => openWorkspaceForReading(path)).toThrow(`${path} ${says}`);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(dirname(path))).toEqual(['w.muster']);
  });

  test.each([
    { what: 'a text', content: 'id,team\n1,red\n' },
    { what: 'two bytes', content: 'xy' },
    { what: 'a long text', content: 'x'.repeat(10_000) },
  ])('$what', ({ content }) => {
    const path = join(tempFolder({ 'w.muster': content }), 'w.muster');
    expect(() => openWorkspace(path)).toThrow(`${path} is no Muster workspace.`);
    expect(() => openWorkspaceForReading(path)).toThrow(`${path} is no Muster workspace.`);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  test('a folder', () => {
    const path = aPath();
    mkdirSync(path);
    expect(() => openWorkspace(path)).toThrow(`${path} is a folder, not a workspace.`);
  });

  test('nothing, where one is to be read', () => {
    const path = aPath();
    expect(() => openWorkspaceForReading(path)).toThrow(`${path}: there is no such workspace.`);
    expect(existsSync(path)).toBe(false);
  });

  test('a place below a file', () => {
    const path = join(tempFolder({ above: 'a file' }), 'above', 'w.muster');
    expect(() => openWorkspace(path)).toThrow(`${path}: `);
  });
});

test('a workspace serves one recipe; the run of another is refused and changes nothing', async () => {
  const workspace = aPath();
  await aRun(aPeopleRecipe(), PEOPLE, { workspace });
  const before = contentOf(workspace);
  await expect(aRun(aPeopleRecipe({ id: 'other' }), PEOPLE, { workspace })).rejects.toThrow(
    `${workspace} is a workspace of the recipe test-people, not other.`,
  );
  expect(contentOf(workspace)).toEqual(before);
});

describe('two writers', () => {
  test('a second waits three seconds for the first, then says that the workspace is in use', async () => {
    const path = aPath();
    const workspace = aKeptWorkspace(path);
    const other = anotherConnection(path);
    other.exec('begin immediate');
    const started = performance.now();
    let worked = false;
    const work = async () => {
      worked = true;
    };
    await expect(inTransaction(workspace, work)).rejects.toMatchObject({
      message: `${path} is in use by another run.`,
      nextStep: 'Wait until it has finished and start again.',
    });
    expect(performance.now() - started).toBeGreaterThan(2500);
    expect(worked).toBe(false);
    other.exec('rollback');
    await inTransaction(workspace, work);
    expect(worked).toBe(true);
  });

  test('a reader sees the last state that was finished, without waiting', async () => {
    const path = aPath();
    const workspace = aKeptWorkspace(path);
    await inTransaction(workspace, async () => {
      workspace.db.exec("insert into workspace (only_row, recipe) values (1, 'r')");
      const reader = openWorkspaceForReading(path);
      expect(count(reader, 'select count(*) from workspace')).toBe(0);
      reader.close();
    });
    const reader = openWorkspaceForReading(path);
    expect(count(reader, 'select count(*) from workspace')).toBe(1);
    expect(() => reader.exec('delete from workspace')).toThrow('attempt to write a readonly database');
    reader.close();
  });
});

test('work that fails is undone whole, tables that it made included', async () => {
  const workspace = aKeptWorkspace(aPath());
  const tables = () => count(workspace.db, 'select count(*) from sqlite_schema');
  const before = tables();
  const failing = inTransaction(workspace, async () => {
    workspace.db.exec(
      "insert into workspace (only_row, recipe) values (1, 'r'); create table t (x any) strict",
    );
    throw new Error('something else');
  });
  await expect(failing).rejects.toThrow('something else');
  expect(count(workspace.db, 'select count(*) from workspace')).toBe(0);
  expect(tables()).toBe(before);
});

test('a run that fails leaves a workspace as it was', async () => {
  const workspace = aPath();
  await aRun(aPeopleRecipe(), PEOPLE, { workspace });
  const before = contentOf(workspace);
  await expect(aRun(aPeopleRecipe(), { 'people.csv': 'name\nx\n' }, { workspace })).rejects.toThrow(
    'no column id',
  );
  expect(contentOf(workspace)).toEqual(before);
});

test('every table is strict, those of sources and runs included', async () => {
  const path = aPath();
  const rules = [
    { stage: 'one', sql: "select id, 'one' as reason, null as detail from person where id = 1" },
  ];
  await aRun(aPeopleRecipe({ rules }), PEOPLE, { workspace: path });
  const db = openWorkspaceForReading(path);
  const tables = db
    .prepare<[], { name: string; strict: number }>(
      "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name <> 'sqlite_schema'",
    )
    .all();
  db.close();
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  expect(tables.map(({ name }) => name).sort()).toEqual([
    'audit',
    'correction',
    'correction_record',
    'export',
    'fault',
    'history_out',
    'import',
    'quarantine',
    'recipe_copy',
    'remembered_reading',
    'run',
    'run_1_ledger',
    'run_1_output_delivery',
    'run_1_person',
    'run_1_population',
    'run_1_verdict',
    'saved_query',
    'source',
    'source_people',
    'waiting_file',
    'workspace',
  ]);
});
