import { expect, test } from 'vitest';
import type { OutputInfo } from '../../../electron/contract/workspaces.ts';
import { deliveredValues } from './delivered-values.ts';

const column = (name: string, kind: OutputInfo['columns'][number]['kind']) => {
  return { name, kind, description: '', written: true };
};

const OUTPUT: OutputInfo = {
  ...{ name: 'list', file: 'list.csv', description: '', delivers: true, layer: 0, written: true, title: '' },
  columns: [column('id', 'plain'), column('sum', 'decimal'), column('at', 'timestamp'), column('on', 'date')],
};

test('figures are grouped and instants are set apart, while ids and all else stay to the character', () => {
  const given = {
    id: '0012345',
    sum: '12345.60',
    at: '2026-11-20T08:05:00Z',
    on: '2026-11-20',
    more: '1234',
  };
  const values = Object.entries(given).map(([name, value]) => ({ name, value }));
  expect(deliveredValues({ outputs: [OUTPUT] }, 'list.csv', values).map(({ value }) => value)).toEqual([
    '0012345',
    new Intl.NumberFormat(undefined, { minimumFractionDigits: 2 }).format(12345.6),
    '2026-11-20 08:05:00 UTC',
    '2026-11-20',
    '1234',
  ]);
});

test('what is empty stays empty, and the values of a file that the recipe has no more stay as they are', () => {
  const values = [{ name: 'sum', value: null }];
  expect(deliveredValues({ outputs: [OUTPUT] }, 'list.csv', values)).toEqual(values);
  const others = [{ name: 'sum', value: '1234.50' }];
  expect(deliveredValues({ outputs: [OUTPUT] }, 'gone.csv', others)).toEqual(others);
});
