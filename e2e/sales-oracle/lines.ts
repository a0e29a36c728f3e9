import { wholeOrNull } from '../campaign-oracle/cells.ts';
import type { LoadedSource, Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { CUSTOMER, DATE, ORDER, SALES } from './sources.ts';

/** One sale, or with an amount below 0 one return; the amount is of ten-thousandths. */
export interface SalesLine {
  readonly day: string;
  readonly customer: string;
  readonly order: string;
  readonly amount: bigint;
}

/** The lines that count of files that overlap: each as often as in the file that has it most often. */
export function countingLines(files: readonly LoadedSource[]): readonly SalesLine[] {
  const most = new Map<string, { readonly line: SalesLine; readonly times: number }>();
  for (const { accepted } of files) {
    const groups = Map.groupBy(accepted.map(lineOf), ({ day, customer, order, amount }) =>
      JSON.stringify([day, customer, order, String(amount)]),
    );
    for (const [key, [line, ...equal]] of groups) {
      const times = equal.length + 1;
      if (line && times > (most.get(key)?.times ?? 0)) most.set(key, { line, times });
    }
  }
  return [...most.values()].flatMap(({ line, times }) => Array<SalesLine>(times).fill(line));
}

/** The sum of amounts. */
export function sumOf(amounts: Iterable<bigint>): bigint {
  return Iterator.from(amounts).reduce((sum, amount) => sum + amount, 0n);
}

function lineOf(row: Row): SalesLine {
  const amount = wholeOrNull(row, SALES);
  if (amount === null) throw new Error('An accepted sale has no amount.');
  return { day: textOf(row, DATE), customer: textOf(row, CUSTOMER), order: textOf(row, ORDER), amount };
}
