import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { RecordSplitter } from './split-records.ts';

/** The public suite of awkward CSV files, each with its rows as JSON. */
const SUITE = dirname(createRequire(import.meta.url).resolve('csv-spectrum'));

/** Its JSON is of another row than its CSV. */
const CONTRADICTS_ITSELF = 'location_coordinates';

const CASES = readdirSync(join(SUITE, 'csvs'))
  .map((file) => file.replace(/\.csv$/, ''))
  .filter((name) => name !== CONTRADICTS_ITSELF);

function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [];
  const splitter = new RecordSplitter(',', (cells, _, broken) => {
    expect(broken).toBe(false);
    rows.push(cells);
  });
  splitter.push(readFileSync(join(SUITE, 'csvs', `${name}.csv`), 'utf8'));
  splitter.end();
  const [header = [], ...records] = rows;
  return records.map((cells) =>
    Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])),
  );
}

test('the suite is there', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(11);
});

test.each(CASES)('csv-spectrum: %s', (name) => {
  const expected: unknown = JSON.parse(readFileSync(join(SUITE, 'json', `${name}.json`), 'utf8'));
  expect(rowsOf(name)).toEqual(expected);
});

test('csv-spectrum: location_coordinates, by its CSV', () => {
  expect(rowsOf(CONTRADICTS_ITSELF)).toEqual([
    {
      'Contact Phone Number': '2095257564',
      'Location Coordinates': `37\u{fffd}36'37.8"N 121\u{fffd}2'17.9"W`,
      Cities: 'Modesto',
      Counties: 'Stanislaus',
    },
  ]);
});
