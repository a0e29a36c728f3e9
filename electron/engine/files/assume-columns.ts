import type { Assumption, Reading } from '../../contract/files.ts';
import type { Source } from '../recipe/recipe.ts';
import { suggest } from '../suggest.ts';
import type { AssumedFile } from './assume.ts';
import type { HeadRecords } from './head.ts';

/** Which header stands for which column where that is not plain, columns without a header, and headers without a column. */
export function assumeColumns(
  file: AssumedFile,
  { name: sourceName, columns }: Source,
  { line, rows }: HeadRecords,
): readonly Assumption[] {
  const { name, header, places, reading, readingFrom } = file;
  const taken = new Set(Object.values(places));
  const spare = header.filter((_, index) => !taken.has(index));
  const found: Assumption[] = [];
  for (const { name: column } of columns) {
    const place = places[column];
    const decided = reading.columns?.[column] !== undefined;
    const cell = place === undefined ? undefined : header[place];
    if (cell === column && !decided) continue;
    const proof = place === undefined ? [] : shownCells(line, cell ?? '', rows, place);
    const about = { about: 'columns', column, proof } as const;
    if (decided) {
      const by = readingFrom === null ? 'as you decided' : `as for ${readingFrom} before`;
      const what = cell === undefined ? `${column} is left empty` : `"${cell}" stands for ${column}`;
      found.push({
        ...about,
        sentence: `In ${name} ${what}, ${by}.`,
        certainty: readingFrom === null ? 'decided' : 'assumed',
        alternatives: [
          { label: `Look for ${column} by its name`, reading: withColumn(reading, column, undefined) },
        ],
      });
    } else if (cell !== undefined) {
      found.push({
        ...about,
        sentence: `In ${name} "${cell}" stands for ${column}.`,
        certainty: 'told',
        alternatives: [],
      });
    } else {
      const near = suggest(column, spare);
      found.push({
        ...about,
        sentence: `${name} has no column ${column}: it is empty in all its records.`,
        certainty: near === undefined ? 'told' : 'assumed',
        alternatives:
          near === undefined
            ? []
            : [{ label: `"${near}" is ${column}`, reading: withColumn(reading, column, near) }],
      });
    }
  }
  if (spare.length > 0) {
    found.push({
      about: 'columns',
      column: null,
      sentence: `Of ${name} these columns are not used by ${sourceName}: ${spare.map((cell) => `"${cell}"`).join(', ')}.`,
      certainty: 'told',
      proof: [],
      alternatives: [],
    });
  }
  return found;
}

/** The reading with another header for a column, or with none decided. */
function withColumn(reading: Reading, column: string, header: string | undefined): Reading {
  const { [column]: _, ...others } = reading.columns ?? {};
  return { ...reading, columns: header === undefined ? others : { ...others, [column]: header } };
}

/** The header's cell and those of the first records below it. */
function shownCells(
  line: number,
  cell: string,
  rows: HeadRecords['rows'],
  place: number,
): Assumption['proof'] {
  const below = rows
    .slice(0, 2)
    .map((row) => ({ line: row.line, text: (row.cells[place] ?? '').slice(0, 300) }));
  return [{ line, text: cell }, ...below];
}
