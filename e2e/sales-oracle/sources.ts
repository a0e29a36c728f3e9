import { column, type Source } from '../oracle/sources.ts';

export const [DATE, CUSTOMER, ORDER, SALES] = ['Date', 'Customer ID', 'Order ID', 'Sales'] as const;

/** The one source, written down from its description once more: the recipe's own file may be wrong. */
export function salesSource(asOf: string): Source {
  return {
    name: 'sales',
    files: ['*.csv'],
    columns: [
      {
        ...column(DATE, 'date', true),
        faultBeside: (day) => (typeof day === 'string' && day > asOf ? 'out_of_range' : undefined),
      },
      column(CUSTOMER, 'id', true),
      column(ORDER, 'id', true),
      column(SALES, 'decimal', true),
    ],
  };
}
