import { byBytes } from '../oracle/by-bytes.ts';
import { textOf } from '../oracle/tables.ts';
import type { Table } from '../sales-oracle/table.ts';
import type { Loaded } from './load.ts';

/** What `rejected_transactions.log` holds, in the order of the files. */
export function rejectedLog({ refused }: Loaded): Table {
  return {
    header: ['transaction_id', 'status', 'amount', 'reason'],
    rows: refused.map(({ codes, texts }) => [
      ...['transaction_id', 'status', 'amount'].map((column) => texts.get(column) ?? ''),
      codes.map((code) => wordsOf(code, texts.get('amount')?.trim() ?? '')).join('|'),
    ]),
  };
}

/** What `status_rates.csv` holds: every transaction that was read with a status. */
export function statusRates({ accepted, refused }: Loaded): Table {
  const rejected = refused
    .filter(({ codes }) => codes.every((code) => code.includes(':')))
    .map(({ texts }) => (texts.get('status') ?? '').trim().toLowerCase());
  const statuses = [...accepted.map((row) => textOf(row, 'status')), ...rejected];
  const all = statuses.filter((status) => status !== '');
  const groups = [...Map.groupBy(all, (status) => status)];
  return {
    header: ['status', 'transactions', 'share'],
    rows: groups
      .toSorted(([left], [right]) => byBytes(left, right))
      .map(([status, { length }]) => [status, String(length), share(length, all.length)]),
  };
}

/** The lines of a file with `|` between its cells. */
export function writePiped({ header, rows }: Table): string {
  return [header, ...rows].map((row) => `${row.map(quoted).join('|')}\n`).join('');
}

function wordsOf(code: string, amount: string): string {
  const isPositive = !amount.startsWith('-') && /[1-9]/.test(amount);
  return code === 'amount:out_of_range' && !isPositive ? `Non-positive amount (${amount})` : code;
}

/** A share with four decimals, halves up. */
function share(part: number, whole: number): string {
  const rounded = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${rounded / 10_000n}.${String(rounded % 10_000n).padStart(4, '0')}`;
}

function quoted(cell: string): string {
  return /["|\r\n\uFEFF]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
