import { expect, test } from 'vitest';
import type { ParamInfo } from '../../../electron/contract/workspaces.ts';
import { warnedOf } from './warned-of.ts';

const param = (name: string, value: string | null, warns: Record<string, string>): ParamInfo => {
  return { name, type: 'text', title: name, description: '', default: value, values: null, warns };
};

const PARAMS = [
  param('identity', 'map', { positional: 'Pairs are placeholders.' }),
  param('scope', 'all', { all: 'Everybody is looked at.' }),
  param('day', null, { '': 'Without a day.' }),
];

test('a value is warned of where it is given and where the recipe has it by default, and no other is', () => {
  expect(warnedOf(PARAMS, { day: '2026-11-20' })).toEqual(['Everybody is looked at.']);
  expect(warnedOf(PARAMS, { identity: ' positional ', scope: 'some', day: 'x' })).toEqual([
    'Pairs are placeholders.',
  ]);
  expect(warnedOf(PARAMS, { scope: 'some' })).toEqual(['Without a day.']);
});
