import { formatDecimal } from '../../format/numbers.ts';

/** Two sums beside each other: "1,234.50 = 1,234.50"; where both are whole, as counts are, without decimals. */
export function sumsText(left: string, right: string, ok: boolean): string {
  const isWhole = [left, right].every((sum) => /\.0+$/.test(sum));
  const [first = '', second = ''] = [left, right].map((sum) =>
    formatDecimal(isWhole ? sum.replace(/\.0+$/, '') : sum),
  );
  return `${first} ${ok ? '=' : '≠'} ${second}`;
}
