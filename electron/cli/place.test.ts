import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { tempFolder } from '../engine/testing/temp-folder.ts';
import { standsIn, userPath } from './place.ts';

afterEach(() => vi.unstubAllEnvs());

test('a path is meant from where the user stands, not from where npm runs', () => {
  vi.stubEnv('INIT_CWD', '/somewhere/else');
  expect(userPath('data')).toBe('/somewhere/else/data');
  expect(userPath('/data')).toBe('/data');
});

test('the user stands in a folder, and in those above it, but not in others', () => {
  const folder = tempFolder({});
  mkdirSync(join(folder, 'out', 'deep'), { recursive: true });
  mkdirSync(join(folder, 'output'));
  vi.stubEnv('INIT_CWD', join(folder, 'out'));
  expect(standsIn(join(folder, 'out'))).toBe(true);
  expect(standsIn(folder)).toBe(true);
  expect(standsIn(join(folder, 'out', 'deep'))).toBe(false);
  expect(standsIn(join(folder, 'output'))).toBe(false);
  expect(standsIn(join(folder, 'nowhere'))).toBe(false);
});
