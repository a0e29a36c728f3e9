import { expect, test } from 'vitest';
import { formatDecimal } from '../../format/numbers.ts';
import { sumsText } from './control-sums.ts';

test('sums that are both whole stand without decimals, others with them', () => {
  expect(sumsText('38587.00', '38587.00', true)).toBe(
    `${formatDecimal('38587')} = ${formatDecimal('38587')}`,
  );
  expect(sumsText('10.00', '10.50', false)).toBe(`${formatDecimal('10.00')} ≠ ${formatDecimal('10.50')}`);
  expect(sumsText('7', '7', true)).toBe('7 = 7');
});
