import { daysBetween } from './calendar.ts';
import type { Customer } from './customers.ts';
import { compare, type Fraction, fraction, written } from './fraction.ts';
import type { Table } from './table.ts';

export type Band = '' | 'low' | 'medium' | 'high';

/** How likely it is that a customer has left. */
export interface Churn {
  readonly days: bigint;
  /** The usual gap in days, and the risk; undefined where nobody has a gap. */
  readonly gap: Fraction | undefined;
  readonly risk: Fraction | undefined;
  readonly band: Band;
}

/** The churn of each customer. */
export function churnOf(customers: readonly Customer[], asOf: string): ReadonlyMap<Customer, Churn> {
  const pooled = customers.flatMap(gapsOf);
  return new Map(
    customers.map((customer): readonly [Customer, Churn] => {
      const own = gapsOf(customer);
      const gaps = own.length >= 3 ? own : pooled;
      const days = daysBetween(customer.last, asOf);
      if (gaps.length === 0) return [customer, { days, gap: undefined, risk: undefined, band: '' }];
      const risk = fraction(BigInt(gaps.filter((gap) => gap <= days).length), BigInt(gaps.length));
      return [customer, { days, gap: median(gaps), risk, band: bandOf(risk) }];
    }),
  );
}

/** What is taken for a risk where none is known. */
export function riskOrHalf({ risk }: Churn): Fraction {
  return risk ?? fraction(1n, 2n);
}

/** What `churn_scores.csv` holds. */
export function churnScores(churn: ReadonlyMap<Customer, Churn>): Table {
  return {
    header: ['customer_id', 'days_since_last_order', 'usual_gap_days', 'churn_risk', 'band'],
    rows: [...churn].map(([{ id }, { days, gap, risk, band }]) => [
      id,
      String(days),
      gap ? written(gap, 1) : '',
      risk ? written(risk, 4) : '',
      band,
    ]),
  };
}

function gapsOf({ orders }: Customer): readonly bigint[] {
  const days = [...new Set(orders.map(({ day }) => day))];
  return days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day));
}

function median(gaps: readonly bigint[]): Fraction {
  const sorted = gaps.toSorted((left, right) => Number(left - right));
  const middle = sorted.length / 2;
  const [low = 0n, high = 0n] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return fraction(low + high, 2n);
}

function bandOf(risk: Fraction): Band {
  if (compare(risk, fraction(1n, 3n)) < 0) return 'low';
  return compare(risk, fraction(2n, 3n)) < 0 ? 'medium' : 'high';
}
