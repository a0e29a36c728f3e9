import { describe, expect, test } from 'vitest';
import { aPeopleRecipe } from '../testing/a-people-recipe.ts';
import { aRun } from '../testing/a-run.ts';
import { type FileTexts, lines } from '../testing/file-texts.ts';
import { rejectedFileName } from './rejected-file.ts';

/** The rejected people of these files. */
async function rejected(files: FileTexts): Promise<string> {
  return (await aRun(aPeopleRecipe(), files)).written['rejected-people.csv'] ?? '';
}

test('underscores of a source’s name become dashes', () => {
  expect(rejectedFileName('consent_events')).toBe('rejected-consent-events.csv');
});

test('a rejected record stands under the columns of its file as it was written, then why and where', async () => {
  const people = lines(
    'Seen On;ID;note;score',
    '2026-01-01;1;fine;1',
    ' soon ; 2 ;" a ""b"" ";1.5',
    ';;;',
    '2026-01-01;3;"two',
    'lines";x',
  );
  expect(await rejected({ 'people.csv': people })).toBe(
    lines(
      'Seen On,ID,note,score,rejection_reason,source_file,source_line',
      '" soon "," 2 "," a ""b"" ",1.5,seen_on:not_a_date|score:not_a_number,people.csv,3',
      ',,,,id:missing_value,people.csv,4',
      '2026-01-01,3,"two',
      'lines",x,score:not_a_number,people.csv,5',
    ),
  );
});

test('without a rejected record there is the header, and without a file that of the recipe', async () => {
  expect(await rejected({ 'people.csv': lines('id,Note', '1,x') })).toBe(
    'id,Note,rejection_reason,source_file,source_line\n',
  );
  const recipe = aPeopleRecipe({
    sources: {
      people: {
        files: ['people.csv'],
        required: false,
        columns: { id: { type: 'id' }, seen_on: { type: 'date' } },
      },
    },
  });
  expect((await aRun(recipe, {})).written['rejected-people.csv']).toBe(
    'id,seen_on,rejection_reason,source_file,source_line\n',
  );
});

describe('a record with too few or too many cells', () => {
  test('keeps those that it has; what is too much stays in the last column', async () => {
    expect(await rejected({ 'people.csv': lines('id,team', '1', '2,a,b,c', '3,"x,y",z') })).toBe(
      lines(
        'id,team,rejection_reason,source_file,source_line',
        '1,,too_few_fields,people.csv,2',
        '2,"a,b,c",too_many_fields,people.csv,3',
        '3,"x,y,z",too_many_fields,people.csv,4',
      ),
    );
  });

  test('joins what is too much by the delimiter of the file', async () => {
    expect(await rejected({ 'people.csv': lines('id;team', '2;a;b') })).toBe(
      lines('id,team,rejection_reason,source_file,source_line', '2,a;b,too_many_fields,people.csv,2'),
    );
  });
});

test('files with other columns add theirs at the end, and each cell stands under its own', async () => {
  const files = {
    'people-1.csv': lines('id,Team,note', ',red,first'),
    'people-2.csv': lines('team;extra;ID', 'blue;more;'),
    'people-3.csv': lines('TEAM,id,note,note', 'green,,a,b'),
  };
  expect(await rejected(files)).toBe(
    lines(
      'id,Team,note,extra,note,rejection_reason,source_file,source_line',
      ',red,first,,,id:missing_value,people-1.csv,2',
      ',blue,,more,,id:missing_value,people-2.csv,2',
      ',green,a,,b,id:missing_value,people-3.csv,2',
    ),
  );
});

describe('a rejected file that comes back', () => {
  test('as it is, is rejected again with its own cells, and reason, file and line written anew', async () => {
    const first = await rejected({
      'people.csv': lines('id,score,team', '1,1,a', '2,x,b', ',3,c', '4,4,d,e', '5'),
    });
    const again = await rejected({ 'people.csv': first });
    expect(again).toBe(
      lines(
        'id,score,team,rejection_reason,source_file,source_line',
        '2,x,b,score:not_a_number,people.csv,2',
        ',3,c,id:missing_value,people.csv,3',
      ),
    );
  });

  test('corrected, is loaded', async () => {
    const first = await rejected({ 'people.csv': lines('id,score', '1,1', '2,x', ',3') });
    const corrected = first.replace('2,x', '2,2').replace('\n,3', '\n3,3');
    const { reconciliation, written } = await aRun(aPeopleRecipe(), { 'people.csv': corrected });
    expect(reconciliation.sources[0]).toMatchObject({ read: 2, accepted: 2, rejected: 0 });
    expect(written['delivery.csv']).toBe(lines('id', '2', '3'));
    expect(written['rejected-people.csv']).toBe('id,score,rejection_reason,source_file,source_line\n');
  });

  test('beside the file that it comes from, adds no column', async () => {
    const people = lines('id,score', '1,1', '2,x');
    const first = await rejected({ 'people.csv': people });
    const again = await rejected({ 'people-1.csv': people, 'people-2.csv': first });
    expect(again).toBe(
      lines(
        'id,score,rejection_reason,source_file,source_line',
        '2,x,score:not_a_number,people-1.csv,3',
        '2,x,score:not_a_number,people-2.csv,2',
      ),
    );
  });

  test('with a cell too many, keeps the surplus in the last of its own columns', async () => {
    const back = lines(
      'id,team,rejection_reason,source_file,source_line',
      '1,a,b,too_many_fields,people.csv,2',
    );
    expect(await rejected({ 'people.csv': back })).toContain('\n1,"a,b",too_many_fields,people.csv,2\n');
  });

  test('with three columns of these names elsewhere, keeps them: they are the file’s own', async () => {
    const people = lines('rejection_reason,source_file,source_line,id', 'a,b,c,');
    expect(await rejected({ 'people.csv': people })).toBe(
      lines(
        'rejection_reason,source_file,source_line,id,rejection_reason,source_file,source_line',
        'a,b,c,,id:missing_value,people.csv,2',
      ),
    );
  });
});
