import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import type { Source } from '../recipe/recipe.ts';
import { aColumn, aSource } from '../testing/a-source.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { matchFiles } from './match-files.ts';

const people = aSource('people', [aColumn('name', 'text')]);
const visits = aSource('visits', [aColumn('name', 'text')], { required: false });

function folderOf(...names: readonly string[]): string {
  return tempFolder(Object.fromEntries(names.map((name) => [name, 'name\n'])));
}

function matched(names: readonly string[], source: Source = people): readonly string[] | undefined {
  return matchFiles(folderOf(...names), [source]).bySource.get(source.name);
}

describe('matchFiles', () => {
  test.each<[about: string, names: readonly string[], taken: readonly string[]]>([
    ['the first pattern that matches decides', ['people-2.csv', 'people.csv'], ['people.csv']],
    [
      'all files of the next are taken otherwise',
      ['people-2.csv', 'people1.csv'],
      ['people-2.csv', 'people1.csv'],
    ],
    ['names compare in any case', ['PEOPLE.CSV'], ['PEOPLE.CSV']],
    ['a packed file is as good', ['people.csv.gz'], ['people.csv.gz']],
    [
      'the packed and the plain file are both taken',
      ['people.csv', 'People.csv.GZ'],
      ['People.csv.GZ', 'people.csv'],
    ],
    [
      'files are taken in name order by code unit',
      ['people-10.csv', 'people-9.csv', 'peopleÄ.csv', 'peopleZ.csv'],
      ['people-10.csv', 'people-9.csv', 'peopleZ.csv', 'peopleÄ.csv'],
    ],
    ['a hidden file is nobody’s', ['.people.csv', 'people-1.csv', '.DS_Store'], ['people-1.csv']],
  ])('%s', (_, names, taken) => {
    expect(matched(names)).toEqual(taken);
  });

  test('a star stands for any characters, all others for themselves', () => {
    const source = aSource('people', [], { files: ['p*[1]+(a).csv*'], required: false });
    const names = ['p[1]+(a).csv', 'pxx[1]+(a).csv.bak', 'p1a.csv', 'p[1]+(a)xcsv', 'q[1]+(a).csv'];
    expect(matched(names, source)).toEqual(['p[1]+(a).csv', 'pxx[1]+(a).csv.bak']);
  });

  test('files that no source takes are told, folders and hidden files are not', () => {
    const folder = folderOf('people.csv', 'people-old.csv', 'notes.txt', '.hidden');
    mkdirSync(join(folder, 'archive'));
    const { unmatched, bySource } = matchFiles(folder, [people, visits]);
    expect(unmatched).toEqual(['notes.txt', 'people-old.csv']);
    expect(bySource.get('visits')).toEqual([]);
  });

  test('one file may feed two sources', () => {
    const folder = folderOf('people.csv');
    const others = aSource('others', [], { files: ['peop*'] });
    const { bySource, unmatched } = matchFiles(folder, [people, others]);
    expect([...bySource.values(), unmatched]).toEqual([['people.csv'], ['people.csv'], []]);
  });

  test('a link that leads nowhere is told like any file that no source takes', () => {
    const folder = folderOf('people.csv');
    symlinkSync(join(folder, 'gone'), join(folder, 'link.csv'));
    expect(matchFiles(folder, [people]).unmatched).toEqual(['link.csv']);
  });

  test('a required source without a file is a failure that says what is wanted and what was found', () => {
    const folder = folderOf('pepole.csv', 'notes.txt');
    const failure = failureOf(() => matchFiles(folder, [people, visits]));
    expect(failure.message).toBe(
      `${folder}: no file for people (people.csv, people*.csv). Found: notes.txt, pepole.csv.`,
    );
    expect(failure.nextStep).toBe('Is it pepole.csv? Rename it. To run without it: --without people.');
  });

  test('all that is missing is named at once, of many files only some', () => {
    const names = Array.from({ length: 25 }, (_, index) => `${String(index).padStart(2, '0')}.txt`);
    const also = { ...visits, required: true };
    const { message } = failureOf(() => matchFiles(folderOf(...names), [people, also]));
    expect(message).toMatch(/people \(people\.csv, people\*\.csv\); visits \(visits\.csv, visits\*\.csv\)/);
    expect(message).toMatch(/00\.txt, .*, 19\.txt and 5 more\.$/);
    expect(failureOf(() => matchFiles(folderOf(), [people])).message).toMatch(/Found: nothing\.$/);
  });

  test('a folder that is none is a failure in words', () => {
    const folder = folderOf('people.csv');
    const gone = failureOf(() => matchFiles(join(folder, 'gone'), [people]));
    expect(gone.message).toBe(`${join(folder, 'gone')}: it does not exist.`);
    const file = failureOf(() => matchFiles(join(folder, 'people.csv'), [people]));
    expect(file.message).toBe(`${join(folder, 'people.csv')}: a part of the path is a file, not a folder.`);
  });
});

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}
