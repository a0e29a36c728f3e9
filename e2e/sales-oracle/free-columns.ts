import papaparse from 'papaparse';
import { writeCsv } from '../oracle/csv.ts';

/** Stands where the words are free. */
export const FREE = '*';

/** The columns whose words are free, by file. */
export const FREE_COLUMNS: Readonly<Record<string, string>> = {
  'customer_segments.csv': 'strategy',
  'business_insights.csv': 'text',
  'data_quality.csv': 'text',
  'dropouts.csv': 'detail',
  'monitoring.csv': 'text',
};

/** A file with its free words taken out; every other byte stays. Throws where it is not written as Muster writes CSV. */
export function withoutFreeWords(name: string, text: string): string {
  const column = FREE_COLUMNS[name];
  if (column === undefined) return text;
  const { data } = papaparse.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true });
  if (writeCsv(data) !== text) throw new Error(`${name} is not written as CSV is.`);
  const place = data[0]?.indexOf(column) ?? -1;
  return writeCsv(data.map((row, at) => row.map((cell, index) => (at > 0 && index === place ? FREE : cell))));
}
