import { describe, expect, test } from 'vitest';
import { aWorkspace } from '../testing/a-workspace.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openScratch, type WritableDb } from './database.ts';
import { APPLICATION_ID, type Migration, migrate, readMigrations } from './migrate.ts';

function versionOf(db: WritableDb): unknown {
  return db.pragma('user_version', { simple: true });
}

function aMigration(version: number, sql: string): Migration {
  return { version, name: `${version}_test`, sql };
}

const ONE = aMigration(10, 'create table one (x integer) strict');
const TWO = aMigration(20, 'create table two (x integer) strict; insert into one (x) values (2)');

describe('the migrations of a folder', () => {
  test('are read in the order of their numbers; other files are none', () => {
    const folder = tempFolder({
      '0020_two.sql': '2',
      '0010_one.sql': '1',
      '0100_three.sql': '3',
      'notes.md': 'x',
    });
    expect(readMigrations(folder)).toEqual([
      { version: 10, name: '0010_one', sql: '1' },
      { version: 20, name: '0020_two', sql: '2' },
      { version: 100, name: '0100_three', sql: '3' },
    ]);
  });

  test.each([
    { what: 'two of one number', names: ['0010_a.sql', '0010_b.sql'], culprit: '0010_b' },
    { what: 'a number that is no multiple of ten', names: ['0010_a.sql', '0015_b.sql'], culprit: '0015_b' },
    { what: 'a name without a number', names: ['0010_a.sql', 'b.sql'], culprit: 'b' },
    { what: 'the number 0', names: ['0000_a.sql'], culprit: '0000_a' },
    { what: 'numbers whose texts are in another order', names: ['0100_a.sql', '20_b.sql'], culprit: '20_b' },
  ])('are refused with $what', ({ names, culprit }) => {
    const folder = tempFolder(Object.fromEntries(names.map((name) => [name, ''])));
    expect(() => readMigrations(folder)).toThrow(`Migration ${culprit} must have a number above`);
  });

  test('that ship with Muster are sound', () => {
    expect(readMigrations().map(({ version }) => version)).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
  });
});

describe('a database', () => {
  test('gets all steps, the number of the last and the mark of Muster', () => {
    const db = openScratch();
    migrate(db, 'w.muster', [ONE, TWO]);
    expect(versionOf(db)).toBe(20);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(db.prepare('select x from one').all()).toEqual([{ x: 2 }]);
  });

  test('gets only the steps that it has not, and a second time none', () => {
    const db = openScratch();
    migrate(db, 'w.muster', [ONE]);
    db.exec('insert into one (x) values (1)');
    migrate(db, 'w.muster', [ONE, TWO]);
    migrate(db, 'w.muster', [ONE, TWO]);
    expect(db.prepare('select x from one').pluck().all()).toEqual([1, 2]);
    expect(versionOf(db)).toBe(20);
  });

  test('of which a step fails stays as it was', () => {
    const db = openScratch();
    migrate(db, 'w.muster', [ONE]);
    const broken = aMigration(30, 'create table three (x integer) strict; insert into nowhere values (1)');
    expect(() => migrate(db, 'w.muster', [ONE, TWO, broken])).toThrow('no such table: nowhere');
    expect(versionOf(db)).toBe(10);
    expect(db.prepare("select name from sqlite_schema where type = 'table'").pluck().all()).toEqual(['one']);
  });

  test('of a newer Muster is refused by name', () => {
    const db = openScratch();
    migrate(db, 'w.muster', [ONE, TWO]);
    expect(() => migrate(db, 'w.muster', [ONE])).toThrow(
      'w.muster was written by a newer Muster (workspace version 20; this one knows 10).',
    );
  });
});

test('the schema is the one that is on record', async () => {
  const { db } = aWorkspace();
  const schema = db
    .prepare<[], string>(
      "select sql || ';' from sqlite_schema where sql is not null order by type desc, name",
    )
    .pluck()
    .all();
  // After a wanted change: npx vitest run --project unit electron/engine/workspace -u
  await expect(`${schema.join('\n\n')}\n`).toMatchFileSnapshot('schema.snapshot.sql');
});
