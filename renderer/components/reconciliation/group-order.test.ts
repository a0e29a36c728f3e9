import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BY_NAME, type GroupFigure, measureOf, orderGroups } from './group-order.ts';
import type { Group } from './groups.ts';

function group(name: string, entered: number, dropped: number): Group {
  const proof = { missing: 0, duplicated: 0, contradictory: 0, unexplained: 0 };
  return {
    id: JSON.stringify([name]),
    name,
    title: '',
    values: { solution_id: name },
    stages: [{ stage: 'unwanted', in: entered, dropped, out: entered - dropped, reasons: [] }],
    outcome: { entered, delivered: entered - dropped, dropped, ...proof },
  };
}

const GROUPS = [group('2', 10, 5), group('10', 0, 0), group('Aß', 4, 1)];
const names = (groups: readonly Group[]) => groups.map(({ name }) => name);

test('groups stand in the order of the run, or by a figure, and are found by part of their name', () => {
  expect(names(orderGroups(GROUPS, BY_NAME, ''))).toEqual(['2', '10', 'Aß']);
  expect(names(orderGroups(GROUPS, { ...BY_NAME, descending: true }, ''))).toEqual(['Aß', '10', '2']);
  expect(names(orderGroups(GROUPS, { by: { kind: 'share' }, descending: true }, ''))).toEqual([
    'Aß',
    '2',
    '10',
  ]);
  const byStage = { by: { kind: 'stage', stage: 'unwanted' }, descending: false } as const;
  expect(names(orderGroups(GROUPS, byStage, ''))).toEqual(['10', 'Aß', '2']);
  expect(names(orderGroups(GROUPS, BY_NAME, ' aSS'))).toEqual([]);
  expect(names(orderGroups(GROUPS, BY_NAME, ' aß '))).toEqual(['Aß']);
});

test('an order loses no group, and keeps equals as the run has them', () => {
  const measures: readonly GroupFigure[] = [
    { kind: 'entered' },
    { kind: 'delivered' },
    { kind: 'share' },
    { kind: 'stage', stage: 'unwanted' },
    { kind: 'stage', stage: 'of_another_run' },
  ];
  const figures = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 12 });
  fc.assert(
    fc.property(figures, fc.constantFrom(...measures), fc.boolean(), (pairs, by, descending) => {
      const groups = pairs.map(([dropped, rest], index) => group(`S${index}`, dropped + rest, dropped));
      const ordered = orderGroups(groups, { by, descending }, '');
      expect(new Set(ordered)).toEqual(new Set(groups));
      for (const [index, later] of ordered.entries()) {
        const before = ordered[index - 1];
        if (!before) continue;
        const step = measureOf(later, by) - measureOf(before, by);
        expect(descending ? -step : step).toBeGreaterThanOrEqual(0);
        if (step === 0) expect(groups.indexOf(later)).toBeGreaterThan(groups.indexOf(before));
      }
    }),
  );
});
