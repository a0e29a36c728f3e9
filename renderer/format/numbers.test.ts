import { expect, test } from 'vitest';
import { formatBytes, formatDecimal, formatMany } from './numbers.ts';

const group = (text: string) => new Intl.NumberFormat().format(Number(text));

test('a decimal keeps every digit, however long it is', () => {
  expect(formatDecimal('12345678901234567890.1200').replace(/\D/g, '')).toBe('123456789012345678901200');
  expect(formatDecimal('-1234')).toBe(group('-1234'));
});

test('what is no decimal stays as it is', () => {
  for (const text of ['N/A', '1e5', '1.234,50', '', '٣']) expect(formatDecimal(text)).toBe(text);
});

test('one is one and many are many', () => {
  expect([formatMany(1, 'record'), formatMany(0, 'record'), formatMany(2, 'entry', 'entries')]).toEqual([
    '1 record',
    '0 records',
    '2 entries',
  ]);
});

test('sizes are told in the unit that fits', () => {
  expect([formatBytes(999), formatBytes(75_800_000)]).toEqual(['999 bytes', `${group('75.8')} MB`]);
});
