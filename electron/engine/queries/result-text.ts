import type { ColumnKind } from '../../contract/workspaces.ts';
import { cellText } from '../views/planned-columns.ts';

/** A value of a query's result as files have it; of a kind that is not known as SQL has it, bytes as `x'…'`. */
export function resultText(value: unknown, kind: ColumnKind | undefined): string | null {
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  if (value === null || value === undefined) return null;
  // The mean of ten-thousandths is no whole number of them.
  if (typeof value === 'number' && kind === 'decimal') return cellText(BigInt(Math.round(value)), kind);
  return typeof value === 'bigint' ? cellText(value, kind ?? 'integer') : String(value);
}
