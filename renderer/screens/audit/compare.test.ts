import { expect, test } from 'vitest';
import type { AuditStage } from '../../../electron/contract/audits.ts';
import { alignStages } from './align-stages.ts';
import { FIGURES, figureNamed } from './compare-figures.ts';
import { marksOf, patternOf } from './stands-out.ts';

const NOTHING = { continuing: 0, filtered: 0, unreported: 0, missing: 0, appeared: 0 };

function stage(name: string, more: Partial<AuditStage> = {}): AuditStage {
  return { stage: name, rows: 10, keys: 10, ...NOTHING, duplicated_keys: 0, extra_rows: 0, ...more };
}

test('stages are matched by name in any writing, and one that only some have stands where it follows', () => {
  const rows = alignStages([
    [stage('start'), stage('offers'), stage('targets')],
    [stage('Start'), stage('exclusions'), stage('offers'), stage('end')],
  ]);
  expect(rows).toEqual([
    { stage: 'start', places: [0, 0] },
    { stage: 'exclusions', places: [null, 1] },
    { stage: 'offers', places: [1, 2] },
    { stage: 'end', places: [null, 3] },
    { stage: 'targets', places: [2, null] },
  ]);
});

test('a pipeline whose stages have another order is matched all the same', () => {
  const rows = alignStages([
    [stage('a'), stage('b')],
    [stage('b'), stage('a')],
  ]);
  expect(rows.map(({ places }) => places)).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('each figure is a share of what it was taken from', () => {
  const stages = [stage('a', { keys: 100 }), stage('b', { keys: 40 })];
  const bases = FIGURES.map(({ name, base }) => [name, base(stages, 1)]);
  expect(Object.fromEntries(bases)).toEqual({
    ...{ rows: 100, keys: 100, filtered: 100, unreported: 100, missing: 100 },
    ...{ appeared: 40, extra_rows: 40 },
  });
  expect(figureNamed('missing').base(stages, 0)).toBe(0);
});

test('without a figure in the address the missing ones are shown', () => {
  expect(figureNamed(undefined).name).toBe('missing');
  expect(figureNamed('rows').name).toBe('rows');
});

test('of a fault any stands out where most have none, of another figure only what differs by enough', () => {
  expect(marksOf([0, 0.001, 0], true)).toEqual([null, 'high', null]);
  expect(marksOf([0, 0.4], true)).toEqual([null, 'high']);
  expect(marksOf([0.4, 0.4, 0.5], true)).toEqual([null, null, null]);
  expect(marksOf([0.4, 0.4, 0], true)).toEqual([null, null, 'low']);
  expect(marksOf([0, 0.001, 0], false)).toEqual([null, null, null]);
  expect(marksOf([0.2, 0.21, 0.5, null], false)).toEqual([null, null, 'high', null]);
  expect(marksOf([0.2, null], false)).toEqual([null, null]);
});

test('a pattern across audits is said in words', () => {
  const names = ['S1', 'S2', 'S3'];
  const fault = (figures: readonly (number | null)[]) =>
    patternOf({ isFault: true }, names, figures, [null, null, null]);
  expect(fault([0, 0, 0])).toBe('In none');
  expect(fault([1, 2, 3])).toBe('In all 3');
  expect(fault([0, 4, 0])).toBe('Only in S2');
  expect(fault([1, 4, 0])).toBe('In 2 of 3');
  expect(fault([1, 4, null])).toBe('In all 2');
  expect(fault([1, null, null])).toBe('');
  const other = (marks: Parameters<typeof patternOf>[3]) =>
    patternOf({ isFault: false }, names, [1, 1, 1], marks);
  expect(other([null, null, null])).toBe('Alike');
  expect(other([null, 'low', null])).toBe('S2 stands out');
  expect(other(['high', 'low', null])).toBe('2 of 3 stand out');
});
