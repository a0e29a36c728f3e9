import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';

const RFC_4180 = { delimiter: ',', newline: '\n', skipEmptyLines: true } as const;

/** The rows of a CSV file that Muster wrote, by column. */
export function readCsv(folder: string, name: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(join(folder, name), 'utf8');
  const parsed = papaparse.parse<Record<string, string>>(text, { ...RFC_4180, header: true });
  if (parsed.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(parsed.errors[0])}`);
  return parsed.data;
}

/** The rows of a CSV file that Muster wrote, header first, for files whose columns share a name. */
export function readRows(folder: string, name: string): readonly (readonly string[])[] {
  return papaparse.parse<string[]>(readFileSync(join(folder, name), 'utf8'), RFC_4180).data;
}

/** The rejected records of a source: where, and why. */
export function readFaults(folder: string, source: string): readonly string[] {
  return readRows(folder, `rejected-${source}.csv`)
    .slice(1)
    .map((row) => `${row.at(-2)}:${row.at(-1)} ${row.at(-3)}`);
}
