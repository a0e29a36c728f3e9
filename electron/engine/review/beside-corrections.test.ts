import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FILTERS } from '../testing/a-filter-source.ts';
import { aReview, reviewed } from '../testing/a-review.ts';
import { lines } from '../testing/file-texts.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { correct, switchAct } from './make-corrections.ts';
import { rejectedRecord } from './rejected-record.ts';
import { writeSupplierFile } from './supplier-file.ts';

const HEADER = 'limit,field,operator,value,mode';

test('a value that does not fit the columns beside it is put right by itself, for all with the same text', async () => {
  const files = { 'filter.csv': lines(HEADER, '1,born,is,soon,', '1,spent,below,soon,', '1,born,in, soon,') };
  const review = await aReview(files, FILTERS);
  const { db, record } = review;
  const result = correct(review, { record: record(2), column: 'value', text: '2000-01-01', all: true });
  expect(result).toEqual({ act: 1, changed: 3, accepted: 2, faulty: 1 });
  expect(reviewed(db)).toEqual({
    '1:2': 'corrected ["1","born","is","2000-01-01",""]',
    '1:3': 'open value:not_allowed ["1","spent","below","2000-01-01",""]',
    '1:4': 'corrected ["1","born","in","2000-01-01",""]',
  });
  expect(db.prepare('select value from source_filter').pluck().all()).toEqual(['2000-01-01', '2000-01-01']);
  switchAct(review, { act: 1, active: false });
  expect(Object.values(reviewed(db))).toEqual(Array(3).fill('open value:not_allowed'));
});

test('a value is put right by the column beside it, and put wrong by it', async () => {
  const files = { 'filter.csv': lines(HEADER, '1,name,below,M,', '1,bron,is,M,') };
  const review = await aReview(files, FILTERS);
  const { db, record } = review;
  const change = (line: number, column: string, text: string) =>
    correct(review, { record: record(line), column, text, all: false });
  expect(change(2, 'operator', 'is')).toMatchObject({ accepted: 1 });
  expect(change(3, 'field', 'born')).toMatchObject({ accepted: 0, faulty: 1 });
  expect(reviewed(db)).toEqual({
    '1:2': 'corrected ["1","name","is","M",""]',
    '1:3': 'open value:not_allowed ["1","born","is","M",""]',
  });
  change(3, 'field', 'name');
  expect(reviewed(db)['1:3']).toBe('corrected ["1","name","is","M",""]');
});

test('a fault says what the column takes beside the values that the record has now', async () => {
  const files = { 'filter.csv': lines(HEADER, '1,spent,in,1.5,', '1,name,below,M,', '1,born,is,soon,') };
  const review = await aReview(files, FILTERS);
  const { db, recipe, record } = review;
  const wordsOf = (line: number) => {
    const faults = rejectedRecord(db, recipe, record(line)).faults;
    return faults.map(({ title, sentence, whatToDo }) => `${title}. ${sentence} ${whatToDo}`);
  };
  expect(wordsOf(2)).toEqual([
    'Not an allowed value. Beside field = spent and operator = in it takes values with ; between them, each a whole number. Write such a value, or correct field or operator.',
  ]);
  expect(wordsOf(3)).toEqual([
    'Not an allowed value. Beside field = name and operator = below no value is right. Correct field or operator.',
  ]);
  correct(review, { record: record(3), column: 'field', text: 'spent', all: false });
  expect(wordsOf(3)).toEqual([
    'Not an allowed value. Beside field = spent and operator = is or below it takes a number with up to four decimals after a point. Write such a value, or correct field or operator.',
  ]);
  correct(review, { record: record(4), column: 'field', text: 'age', all: false });
  expect(wordsOf(4)).toEqual([
    'Not an allowed value. The column takes only values that its source lists, or that fit the columns beside it. Write one of the values that it takes.',
  ]);
});

test('where no text is right in a cell, those beside it are offered for correction', async () => {
  const files = { 'filter.csv': lines(HEADER, '1,name,below,M,', '1,born,is,soon,') };
  const { db, recipe, record } = await aReview(files, FILTERS);
  const mendsOf = (line: number) => rejectedRecord(db, recipe, record(line)).faults.map(({ mends }) => mends);
  expect(mendsOf(2)).toEqual([
    [
      { column: 'field', header: 'field', cell: 1 },
      { column: 'operator', header: 'operator', cell: 2 },
    ],
  ]);
  expect(mendsOf(3)).toEqual([[{ column: 'value', header: 'value', cell: 3 }]]);
});

test('the supplier reads all that a column takes beside others', async () => {
  const files = { 'filter.csv': lines(HEADER, 'x,name,is,M,strict', '1,name,below,M,') };
  const { db, recipe } = await aReview(files, FILTERS);
  const path = join(tempFolder(), 'for supplier.csv');
  await writeSupplierFile(db, recipe, { path, source: 'filter', filter: {} }, () => {});
  const [, limit = '', value = ''] = readFileSync(path, 'utf8').split('\n');
  expect(limit).toContain(
    'Beside mode = Strict or über it takes a whole number. Write such a value, or correct mode.',
  );
  expect(value.match(/Beside field = \w+/g)).toHaveLength(5);
  expect(value).toContain('Correct it, or the values beside it.');
});
