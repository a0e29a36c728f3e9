import { expect, test } from 'vitest';
import type { OutputInfo } from '../../../electron/contract/workspaces.ts';
import { listTabs } from './list-tabs.ts';

const output = (name: string, delivers: boolean, layer = 0): OutputInfo => {
  return {
    name,
    file: `${name}.csv`,
    description: '',
    delivers,
    layer,
    written: true,
    title: '',
    columns: [],
  };
};

test('lists that deliver come first with their rows, the others after them with the earliest layers last', () => {
  const outputs = [
    output('raw', false),
    output('low', true, 1),
    output('sums', false, 1),
    output('high', true, 1),
  ];
  const { delivering, others } = listTabs(outputs, [
    { output: 'low', rows: 3 },
    { output: 'high', rows: 0 },
  ]);
  expect(delivering.map((tab) => [tab.output.name, tab.rows])).toEqual([
    ['low', 3],
    ['high', 0],
  ]);
  expect(others.map((tab) => [tab.output.name, tab.rows])).toEqual([
    ['sums', null],
    ['raw', null],
  ]);
});

test('lists that are in no file stand behind those that are, which are what a run is made for', () => {
  const inner = { ...output('measures', false, 2), written: false };
  const { others } = listTabs([inner, output('raw', false), output('monitor', false, 1)], []);
  expect(others.map((tab) => tab.output.name)).toEqual(['monitor', 'raw', 'measures']);
});

test('a list of which the run knew nothing has no figure', () => {
  expect(listTabs([output('new', true)], []).delivering[0]?.rows).toBeNull();
});
