import type { ColumnProfile } from '../../contract/files.ts';
import { decimalText } from '../ingest/decimal-text.ts';
import { DECIMAL_SCALE } from '../ingest/values.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';

/** No more ranges than can be told apart in a small picture. */
const MOST_RANGES = 12n;

/** How many values of a column stand in each of up to twelve equal ranges with round bounds; decimals in ten-thousandths. */
export function numberHistogram(
  db: ReadableDb,
  source: string,
  name: string,
  kind: 'integer' | 'decimal',
  least: bigint,
  most: bigint,
): ColumnProfile['histogram'] {
  const step = rangeStep(least, most);
  const first = floorDiv(least, step);
  const ranges = Number(floorDiv(most, step) - first) + 1;
  const column = identifier(name);
  // Rounded down also below nought, where SQLite's division goes towards it.
  const rows = db
    .prepare<[{ step: bigint; first: bigint }], [range: bigint, records: bigint]>(
      `select ${column} / :step - (${column} % :step < 0) - :first, count(*)
       from ${identifier(source)}
       where ${column} is not null
       group by 1`,
    )
    .raw()
    .safeIntegers()
    .all({ step, first });
  const counts = new Map(rows.map(([range, records]) => [Number(range), Number(records)]));
  return Array.from({ length: ranges }, (_, range) => {
    const from = (first + BigInt(range)) * step;
    return { label: rangeLabel(kind, from, step), count: counts.get(range) ?? 0 };
  });
}

/** The least round width, 1, 2 or 5 and noughts, by which no more than twelve ranges hold all values. */
function rangeStep(least: bigint, most: bigint): bigint {
  for (let power = 1n; ; power *= 10n) {
    for (const step of [power, power * 2n, power * 5n]) {
      if (floorDiv(most, step) - floorDiv(least, step) < MOST_RANGES) return step;
    }
  }
}

function rangeLabel(kind: 'integer' | 'decimal', from: bigint, step: bigint): string {
  if (kind === 'decimal') {
    const places = step % DECIMAL_SCALE === 0n ? 0 : 2;
    return `${decimalText(from, places)} to ${decimalText(from + step, places)}`;
  }
  return step === 1n ? `${from}` : `${from} to ${from + step - 1n}`;
}

function floorDiv(value: bigint, by: bigint): bigint {
  const whole = value / by;
  return value % by < 0n ? whole - 1n : whole;
}
