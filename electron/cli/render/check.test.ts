import { beforeEach, expect, test, vi } from 'vitest';
import type { CheckReport, ImportReport } from '../../contract/check-report.ts';
import { aPeopleRecipe } from '../../engine/testing/a-people-recipe.ts';
import { renderCheck } from './check.ts';

beforeEach(() => {
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('NO_COLOR', '1');
});

function anImport(file: string, encoding: string, delimiter: string): ImportReport {
  const shape = delimiter === '' ? 'json lines' : 'delimited';
  return { file, bytes: 1, sha256: '', encoding, shape, delimiter, read: 0, accepted: 0, rejected: 0 };
}

const REPORT: CheckReport = {
  recipe: 'test-people',
  sources: [
    {
      source: 'people',
      files: ['people-1.csv', 'people-2.csv.gz'],
      read: 1002,
      accepted: 1000,
      rejected: 2,
      codes: { too_few_fields: 1, 'score:not_a_number': 1 },
      imports: [anImport('people-1.csv', 'utf-8', ','), anImport('people-2.csv.gz', 'windows-1252', ';')],
    },
    {
      source: 'visits',
      files: ['visits.csv'],
      read: 0,
      accepted: 0,
      rejected: 0,
      codes: {},
      imports: [anImport('visits.csv', 'utf-16le', '\t'), anImport('visits.jsonl', 'utf-8', '')],
    },
  ],
  warnings: ['notes.txt was left aside: no source takes it.'],
};

test('a check says how each file was read, and what is wrong with its records', () => {
  expect(renderCheck(aPeopleRecipe(), REPORT)).toBe(`People: 4 files checked

                                  read  accepted  quarantined
  people-1.csv, people-2.csv.gz  1,002     1,000            2
    1 × too_few_fields
    1 × score:not_a_number
  visits.csv                         0         0            0

  people-1.csv: utf-8, comma-separated
  people-2.csv.gz: windows-1252, semicolon-separated
  visits.csv: utf-16le, tab-separated
  visits.jsonl: utf-8, JSON Lines
  ! notes.txt was left aside: no source takes it.

2 records would go to the quarantine.
`);
});

test('a check of sound files says so', () => {
  const [, visits] = REPORT.sources;
  const text = renderCheck(aPeopleRecipe(), { recipe: 'test-people', sources: visits ? [visits] : [] });
  expect(text).toMatch(/^People: 2 files checked\n/);
  expect(text).toMatch(/\n\nEvery record is accepted\.\n$/);
});
