import Database from 'better-sqlite3';
import { roundedText } from '../ingest/decimal-text.ts';

/** The SQL function behind the macros of quotients: `exact_ratio(factor, factor, denominator, scale, unit)`. */
export const RATIO_FUNCTION = 'exact_ratio';

/** The SQL function that writes a decimal with so many places. */
export const DECIMAL_TEXT_FUNCTION = 'decimal_text_of';

/** Adds the functions that reckon with whole numbers of any size to a connection. */
export function addExactFunctions(db: Database.Database): void {
  const exact = { deterministic: true, safeIntegers: true, varargs: true };
  db.function(RATIO_FUNCTION, exact, (...values: readonly unknown[]) => {
    const [factor, other, denominator, scale, unit] = values;
    if (!isWhole(factor) || !isWhole(other) || !isWhole(denominator)) return null;
    if (!isWhole(scale) || !isWhole(unit) || denominator === 0n) return null;
    return within64Bits(halfUp(factor * other * scale, denominator) * unit);
  });
  db.function(DECIMAL_TEXT_FUNCTION, exact, (decimal: unknown, places: unknown) =>
    isWhole(decimal) && isWhole(places) ? roundedText(decimal, Number(places)) : null,
  );
}

function isWhole(value: unknown): value is bigint {
  return typeof value === 'bigint';
}

/** The whole number nearest to a quotient; a half goes away from nought. */
function halfUp(numerator: bigint, denominator: bigint): bigint {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const rounded = (2n * size(numerator) + size(denominator)) / (2n * size(denominator));
  return numerator < 0n === denominator < 0n ? rounded : -rounded;
}

function within64Bits(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  // The words of SQLite's own sums, so that one explanation serves for both.
  throw new Database.SqliteError('integer overflow', 'SQLITE_ERROR');
}
