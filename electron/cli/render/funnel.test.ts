import { beforeEach, expect, test, vi } from 'vitest';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import { aPeopleRecipe } from '../../engine/testing/a-people-recipe.ts';
import { renderFunnel } from './funnel.ts';

beforeEach(() => {
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('NO_COLOR', '1');
});

const SQL = "select id, 'x' as reason, null as detail from person where false";

const RECIPE = aPeopleRecipe({
  rules: [
    { stage: 'low_score', sql: SQL, reasons: ['x'] },
    { stage: 'unseen', sql: SQL, reasons: ['x'] },
    { stage: 'nobody', sql: SQL, reasons: ['x'] },
  ],
});

const FIGURES: Reconciliation = {
  recipe: 'test-people',
  as_of: '2026-11-20',
  params: { window_days: 365, strict: true },
  sources: [
    {
      source: 'people',
      files: ['people-1.csv', 'people-2.csv'],
      read: 12_345,
      accepted: 12_300,
      rejected: 45,
      codes: { 'id:missing_value': 5, 'score:not_a_number': 40 },
    },
    { source: 'visits', files: [], read: 0, accepted: 0, rejected: 0, codes: {} },
  ],
  tables: [
    { table: 'person', from: 'people', in: 12_300, out: 1000, superseded: 11_300 },
    { table: 'last_visit', from: 'visits', in: 0, out: 0, superseded: 0 },
  ],
  stages: [
    { stage: 'population', in: 1000, dropped: 0, out: 1000, reasons: [] },
    {
      stage: 'low_score',
      in: 1000,
      dropped: 500,
      out: 500,
      reasons: [{ reason: 'x', dropped: 500, any: 500, only: 20 }],
    },
    {
      stage: 'unseen',
      in: 500,
      dropped: 499,
      out: 1,
      reasons: [{ reason: 'x', dropped: 499, any: 700, only: 0 }],
    },
    { stage: 'nobody', in: 1, dropped: 0, out: 1, reasons: [{ reason: 'x', dropped: 0, any: 0, only: 0 }] },
  ],
  controls: [{ control: 'spend', left: '12.34', right: '12.34', ok: true }],
  outcome: {
    entered: 1000,
    delivered: 1,
    dropped: 999,
    missing: 0,
    duplicated: 0,
    contradictory: 0,
    unexplained: 0,
  },
  balanced: true,
  warnings: ['people-1.csv is no valid UTF-8 and was read as Windows-1252.'],
};

const NOTES = { outFolder: 'out', publish: false, alreadyLoaded: [] };

test('a balanced run is a funnel with every figure', () => {
  const alreadyLoaded = [{ file: 'people-2.csv' }, { file: 'people-3.csv', as: 'people-1.csv' }];
  const notes = { outFolder: 'out', workspace: 'my.muster', publish: false, alreadyLoaded };
  expect(renderFunnel(RECIPE, FIGURES, notes)).toBe(`
People  as of 2026-11-20 · window_days 365 · strict true

Files
                                read  accepted  quarantined
  people-1.csv, people-2.csv  12,345    12,300           45
    40 × score:not_a_number
    5 × id:missing_value
  visits (no file)                 0         0            0

Tables
  person      1,000  from 12,300  people  11,300 superseded
  last_visit      0       from 0  visits       0 superseded

Funnel
  population          ████████████████████████████████  1,000
  low_score     -500  ████████████████                    500  Rule low_score, 20 for this alone
  unseen        -499  ▏                                     1  Rule unseen; 700 in all
  nobody           0  ▏                                     1  Rule nobody
  delivered           ▏                                     1

Controls
  ✓ spend: 12.34 = 12.34

Notes
  ! people-1.csv is no valid UTF-8 and was read as Windows-1252.
  people-2.csv was loaded already: unchanged, nothing replaced.
  people-3.csv is loaded already, as people-1.csv: it adds nothing.

Balanced. 1,000 entered = 1 delivered + 999 dropped; every record is accounted for.
1 row in out/delivery.csv
Why is somebody in or out? npm run -s muster -- trace my.muster <id>
`);
});

test('a full join has a line for each table that it joins', () => {
  const part = (table: string, on: string, rows: number, alone: number) => {
    return { table, on: [on], in: rows, kept: rows, lost: 0, alone };
  };
  const merged = [
    { table: 'card', out: 12_000, of: [part('lead', 'email', 9000, 7999), part('buyer', 'id', 4001, 3000)] },
  ];
  const funnel = renderFunnel(
    RECIPE,
    { ...FIGURES, merged },
    { outFolder: 'out', publish: false, alreadyLoaded: [] },
  );
  expect(funnel).toContain(`
  card  12,000 rows, joined in full
    lead by email  9,000 of 9,000 kept  7,999 alone
    buyer by id    4,001 of 4,001 kept  3,000 alone
`);
});

test('a run that does not balance says so, and where', () => {
  const outcome = { ...FIGURES.outcome, delivered: 3, missing: 2, unexplained: 1 };
  const controls = [{ control: 'spend', left: '12.34', right: '12.35', ok: false }];
  const text = renderFunnel(RECIPE, { ...FIGURES, outcome, controls, balanced: false }, NOTES);
  expect(text).toContain('\n  ✗ spend: 12.34 ≠ 12.35\n');
  expect(text).toContain(
    '\nNOT BALANCED. 1,000 entered ≟ 3 delivered + 999 dropped. 2 missing, 1 unexplained\n',
  );
  expect(text).not.toContain('accounted for');
});

test('sections that have nothing to say are left out', () => {
  const { warnings: _, ...figures } = FIGURES;
  const text = renderFunnel(RECIPE, { ...figures, controls: [], params: {} }, NOTES);
  expect(text).toMatch(/^\nPeople {2}as of 2026-11-20\n/);
  expect(text).not.toContain('Controls');
  expect(text).not.toContain('Notes');
  expect(text).not.toContain('trace');
});

test('a funnel of nobody has no bars', () => {
  const nobody = { entered: 0, delivered: 0, dropped: 0 };
  const stages = FIGURES.stages.map((stage) => ({ ...stage, in: 0, dropped: 0, out: 0, reasons: [] }));
  const text = renderFunnel(
    RECIPE,
    { ...FIGURES, stages, outcome: { ...FIGURES.outcome, ...nobody } },
    NOTES,
  );
  expect(text).not.toMatch(/[█▏]/);
  expect(text).toContain('\n0 rows in out/delivery.csv\n');
});

test('a bar is as long as its share, to an eighth of a cell', () => {
  const barOf = (delivered: number, entered: number) => {
    const outcome = { ...FIGURES.outcome, entered, delivered };
    return /delivered +(\S+)/.exec(renderFunnel(RECIPE, { ...FIGURES, outcome }, NOTES))?.[1];
  };
  expect(barOf(256, 256)).toBe('█'.repeat(32));
  expect(barOf(128, 256)).toBe('█'.repeat(16));
  expect(barOf(15, 256)).toBe('█▉');
  expect(barOf(1, 256)).toBe('▏');
  expect(barOf(1, 1_000_000)).toBe('▏');
});

test('a note names the title of the rule that gives the reason, and a reason that stands in the data by itself', () => {
  const recipe = aPeopleRecipe({
    rules: [
      { stage: 'low', rule: 'first', sql: SQL, reasons: ['x'] },
      { stage: 'low', rule: 'by_team', sql: SQL, reasons: { sql: 'rules/teams.sql' } },
      { stage: 'low', rule: 'last', sql: SQL, reasons: ['x'] },
      { stage: 'away', sql: SQL, reasons: { sql: 'rules/teams.sql' } },
    ],
    files: { 'rules/teams.sql': 'select distinct team as reason from people' },
  });
  const figure = (reason: string, dropped: number) => ({ reason, dropped, any: dropped, only: 0 });
  const low = [figure('x', 1), figure('red', 2), figure('x', 3)];
  const [population] = FIGURES.stages;
  const stages = [
    ...(population ? [population] : []),
    { stage: 'low', in: 1000, dropped: 6, out: 994, reasons: low },
    { stage: 'away', in: 994, dropped: 4, out: 990, reasons: [figure('blue', 4)] },
  ];
  const text = renderFunnel(recipe, { ...FIGURES, stages }, NOTES);
  for (const note of ['x: 1, Rule first\n', 'red: 2\n', 'x: 3, Rule last\n', ' blue\n'])
    expect(text).toContain(note);
});

test('of a folder of many files the first are named', () => {
  const files = Array.from({ length: 5000 }, (_, index) => `day-${index}.csv`);
  const [people] = FIGURES.sources;
  const sources = people ? [{ ...people, files }] : [];
  const alreadyLoaded = files.map((file) => ({ file }));
  const text = renderFunnel(RECIPE, { ...FIGURES, sources }, { ...NOTES, alreadyLoaded });
  expect(text).toContain('day-6.csv, day-7.csv and 4,992 more  12,345');
  expect(text).toContain(
    '  day-7.csv was loaded already: unchanged, nothing replaced.\n  and 4,992 files more\n',
  );
  expect(text.length).toBeLessThan(3000);
});
