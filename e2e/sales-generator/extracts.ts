import { makeFile } from '../generator/files.ts';
import { compress } from '../generator/format.ts';
import type { Random } from '../generator/random.ts';
import type { TextRow } from '../generator/rows.ts';
import { writeCsv } from '../oracle/csv.ts';
import { DATE, salesSource } from '../sales-oracle/sources.ts';
import { makePlan, type Plan } from './plan.ts';
import { respelled, saleRows } from './sales.ts';

/** A folder of extracts, and the day on which it is looked at. */
export interface Shop {
  readonly asOf: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

const NAMES = ['sales.csv', 'Sales 2025.CSV', 'export-2.csv', 'Umsätze.csv', 'b.csv.gz', 'a (1).csv'];

/** A shop in one to four extracts that overlap, in messy files of all shapes. */
export function generateSales(random: Random): Shop {
  const plan = makePlan(random);
  const source = salesSource(plan.asOf);
  const extracts = extractRows(random, plan);
  const names = random.shuffle(NAMES).slice(0, extracts.length);
  const files: Record<string, Uint8Array> = {};
  extracts.forEach((rows, at) => {
    const name = names[at] ?? '';
    const spelled = rows.map((row) => respelled(random, plan, row));
    const bytes = makeFile(random, plan.faults, source, spelled, extracts.length === 1);
    files[name] = name.endsWith('.gz') ? compress(bytes) : bytes;
  });
  const [first] = names;
  const again = first === undefined ? undefined : files[first];
  if (again && random.chance(0.15)) files[first?.endsWith('.gz') ? 'copy.csv.gz' : 'copy.csv'] = again;
  if (random.chance(0.2)) files['read me.txt'] = Buffer.from('hello');
  return { asOf: plan.asOf, files };
}

/** The sales of extracts, one list a file: windows of time that overlap, in which a line may stand several times. */
export function extractRows(random: Random, plan: Plan): readonly (readonly TextRow[])[] {
  const all = saleRows(random, plan).toSorted((left, right) => {
    return (left[DATE] ?? '') < (right[DATE] ?? '') ? -1 : 1;
  });
  const count = random.pick([1, 2, 2, 3, 4]);
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [(at / count) * all.length, ((at + 1) / count) * all.length];
    const overlap = random.pick([0, 0.1, 0.4, 1]) * all.length;
    const own = all.slice(Math.max(0, Math.floor(from - overlap)), Math.ceil(to));
    const repeated = own.flatMap((row) =>
      random.chance(0.08) ? [row, row, ...(random.chance(0.3) ? [row] : [])] : [row],
    );
    return random.chance(0.5) ? repeated : random.shuffle(repeated);
  });
}

/** Extracts in plain files: UTF-8 with commas. */
export function plainExtracts(extracts: readonly (readonly TextRow[])[]): Readonly<Record<string, string>> {
  const files = extracts.map((rows, at) => [`sales_${at}.csv`, plainExtract(rows)] as const);
  return Object.fromEntries(files);
}

/** One extract as text. */
export function plainExtract(rows: readonly TextRow[]): string {
  const header = salesSource('').columns.map(({ name }) => name);
  return writeCsv([header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]);
}
