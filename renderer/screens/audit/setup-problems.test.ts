import { expect, test } from 'vitest';
import type { AuditCandidate } from '../../../electron/contract/audits.ts';
import { type Draft, NO_DRAFT } from './draft.ts';
import { commonColumns, oddFile, sameColumns } from './key-columns.ts';
import { setupOf, setupProblems } from './setup-problems.ts';

function file(name: string, role: AuditCandidate['role'], columns: readonly string[]): AuditCandidate {
  return { file: `h:${name}`, name, role, columns, stage: name, bytes: 1, first: [], problem: null };
}

const FILES = [
  file('first', 'stage', ['Client ID', 'solution_id', 'segment']),
  file('trace', 'trace', ['reason', 'client_id', 'SOLUTION-ID']),
  file('last', 'stage', ['solution_id', 'client_id']),
  file('blocks', 'reference', ['client_id', 'block_start']),
];
const CHOSEN = { name: ' March ', key: ['Client ID', 'solution_id'], asOf: '2026-11-20' };

function problemsOf(files: readonly AuditCandidate[], chosen: Partial<typeof CHOSEN> = {}) {
  const draft: Draft = { ...NO_DRAFT, files };
  return setupProblems(draft, setupOf(draft, { ...CHOSEN, ...chosen })).map(({ message }) => message);
}

test('files go by their roles, extracts in order, and those that cannot be read not at all', () => {
  const broken = { ...file('x', 'stage', []), problem: { message: 'Empty.', nextStep: 'Choose another.' } };
  expect(setupOf({ ...NO_DRAFT, files: [...FILES, broken] }, CHOSEN)).toEqual({
    name: 'March',
    key: ['Client ID', 'solution_id'],
    stages: [
      { name: 'first', file: 'h:first' },
      { name: 'last', file: 'h:last' },
    ],
    traces: ['h:trace'],
    otherTraces: [],
    references: ['h:blocks'],
    asOf: '2026-11-20',
  });
});

test('a complete setup has no problem, however each file writes its headers', () => {
  expect(problemsOf(FILES)).toEqual([]);
});

test('each thing that is missing is named', () => {
  expect(problemsOf(FILES.slice(1, 2))).toEqual(['There is no extract yet.']);
  expect(problemsOf(FILES.slice(0, 1))).toEqual(['There is one extract only.']);
  expect(problemsOf(FILES, { name: ' ' })).toEqual(['The audit has no name.']);
  expect(problemsOf(FILES, { key: [] })).toEqual(['No key columns are chosen.']);
  expect(problemsOf(FILES, { key: ['segment'] })).toEqual([
    'last has no column segment, which is part of the key.',
    'trace has no column segment, which is part of the key.',
  ]);
  expect(problemsOf(FILES, { asOf: '' })).toEqual([
    'The day is missing on which the reference is looked at.',
  ]);
  expect(problemsOf(FILES.slice(0, 3), { asOf: '' })).toEqual([]);
});

test('stages without a name and stages of one name are told', () => {
  const [first, , last] = FILES;
  if (!first || !last) throw new Error('There are four files.');
  expect(problemsOf([{ ...first, stage: ' ' }, last])).toEqual(['A stage has no name.']);
  expect(problemsOf([first, { ...last, stage: 'first ' }])).toEqual(['Two stages are named first.']);
});

test('columns are common when every file has them, and are written as the first has them', () => {
  expect(commonColumns(FILES.slice(0, 3))).toEqual(['Client ID', 'solution_id']);
  expect(commonColumns([file('one', 'stage', ['', 'a', 'A', 'b'])])).toEqual(['a', 'b']);
  expect(commonColumns([])).toEqual([]);
});

test('keys are the same in any order and any writing', () => {
  expect(sameColumns(['Client ID', 'b'], ['b', 'client_id'])).toBe(true);
  expect(sameColumns(['a'], ['a', 'b'])).toBe(false);
  expect(sameColumns(['a', 'b'], ['a'])).toBe(false);
});

test('the one file that shares no column with the others is found, and only where it is one', () => {
  const odd = file('odd', 'stage', ['lead', 'country']);
  expect(oddFile([...FILES, odd])?.name).toBe('odd');
  expect(oddFile(FILES)).toBeNull();
  expect(oddFile([...FILES, odd, file('another', 'trace', ['person'])])).toBeNull();
  expect(oddFile([odd, file('another', 'trace', ['person'])])).toBeNull();
});
