import { expect, test } from 'vitest';
import { safeName } from './safe-name.ts';

test.for([
  ['bookings.csv', 'bookings.csv'],
  ['Gäste März (1).csv', 'Gäste März (1).csv'],
  ['../../evil.csv', 'evil.csv'],
  ['C:\\Users\\ann\\a.csv', 'a.csv'],
  ['a:b*c?.csv', 'a_b_c_.csv'],
  ['a\0b\u202Ecsv.exe', 'a_b_csv.exe'],
  ['.name', 'name'],
  ['..', 'file'],
  ['', 'file'],
  ['trailing. . ', 'trailing'],
  ['con', '_con'],
  ['LPT1.csv', '_LPT1.csv'],
  ['console.csv', 'console.csv'],
] as const)('%j becomes %j', ([name, safe]) => {
  expect(safeName(name)).toBe(safe);
});

test('a long name is cut between characters, and keeps its ending', () => {
  const safe = safeName(`${'😀'.repeat(300)}.jsonl`);
  expect(safe).toBe(`${'😀'.repeat(54)}.jsonl`);
  expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
});
