import { afterEach, describe, expect, test, vi } from 'vitest';
import { columns, counted, styled, whole } from './text.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('columns', () => {
  test('are as wide as their widest cell, two spaces apart, words to the left and numbers to the right', () => {
    const rows = [
      ['name', 'rows', 'note'],
      ['a', '1,000', 'short'],
      ['longer', '5', ''],
    ];
    expect(columns(rows, 'lrl')).toEqual(['name     rows  note', 'a       1,000  short', 'longer      5']);
  });

  test('of no rows are no lines', () => {
    expect(columns([], 'lr')).toEqual([]);
  });

  test('bear rows that are too short', () => {
    expect(columns([['a'], ['bb', '2']], 'lr')).toEqual(['a', 'bb  2']);
  });
});

test('whole numbers have commas, whatever the language of the computer', () => {
  vi.stubEnv('LANG', 'de_DE.UTF-8');
  expect([0, 999, 1000, 1_234_567].map(whole)).toEqual(['0', '999', '1,000', '1,234,567']);
});

test('a count has its noun, of one without s', () => {
  expect([0, 1, 2, 1000].map((value) => counted(value, 'row'))).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
    '1,000 rows',
  ]);
});

test('styles are shown where they are wanted, and nowhere else', () => {
  vi.stubEnv('NO_COLOR', undefined);
  vi.stubEnv('FORCE_COLOR', '1');
  expect(styled('red', 'no')).toBe('\u001b[31mno\u001b[39m');
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.stubEnv('NO_COLOR', '1');
  expect(styled(['bold', 'red'], 'no')).toBe('no');
});
