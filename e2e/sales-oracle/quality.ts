import type { SourceFigures } from '../../electron/contract/reconciliation.ts';
import { daysFrom } from './calendar.ts';
import { fraction, written } from './fraction.ts';
import { FREE } from './free-columns.ts';
import type { SalesLine } from './lines.ts';
import type { Table } from './table.ts';
import { spanOf } from './warehouse.ts';

/** What `data_quality.csv` holds; the sentences are free. */
export function dataQuality(sales: SourceFigures, lines: readonly SalesLine[]): Table {
  const span = spanOf(lines);
  const days = span ? daysFrom(span.first, span.last) : [];
  const buyers = Map.groupBy(lines, ({ order }) => order).values();
  const orders = [...buyers].map((own) => new Set(own.map(({ customer }) => customer)).size);
  const count = <T>(items: readonly T[], holds: (item: T) => boolean) => items.filter(holds).length;
  const checks: readonly (readonly [check: string, count: number, of: number])[] = [
    // The reconciliation has the codes sorted.
    ...Object.entries(sales.codes).map(([code, times]) => [`rejected:${code}`, times, sales.read] as const),
    ['superseded_by_overlap', sales.accepted - lines.length, sales.accepted],
    ['order_ids_of_several_customers', count(orders, (customers) => customers > 1), orders.length],
    ['negative_lines', count(lines, ({ amount }) => amount < 0n), lines.length],
    ['zero_lines', count(lines, ({ amount }) => amount === 0n), lines.length],
    ['days_without_sales', count(days, (day) => !lines.some((line) => line.day === day)), days.length],
  ];
  return {
    header: ['check', 'count', 'share', 'text'],
    rows: checks.map(([check, number, of]) => {
      const share = of === 0 ? '' : written(fraction(BigInt(number), BigInt(of)), 4);
      return [check, String(number), share, FREE];
    }),
  };
}
