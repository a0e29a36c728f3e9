import type { Assumption, Reading } from '../../contract/files.ts';
import { suggestHeaders } from '../ingest/suggest-headers.ts';
import type { Source } from '../recipe/recipe.ts';
import type { AssumedFile } from './assume.ts';
import type { HeadRecords } from './head.ts';
import { HEAD_RECORDS } from './source-fit.ts';

/** Which header stands for which column where that is not plain, columns without a header, and headers without a column. */
export function assumeColumns(
  file: AssumedFile,
  { name: sourceName, columns }: Source,
  { line, rows }: HeadRecords,
): readonly Assumption[] {
  const { name, header, places, reading, readingFrom } = file;
  const taken = new Set(Object.values(places));
  const spare = header.filter((_, index) => !taken.has(index));
  const indexes = columns.map((column) => places[column.name] ?? -1);
  const cells = rows.slice(0, HEAD_RECORDS).map((row) => row.cells);
  const suggested = suggestHeaders(columns, indexes, header, cells);
  const found: Assumption[] = [];
  for (const { name: column, header: title } of columns) {
    const place = places[column];
    const decided = reading.columns?.[column] !== undefined;
    const cell = place === undefined ? undefined : header[place];
    if (cell === title && !decided) continue;
    const proof = place === undefined ? [] : shownCells(line, cell ?? '', rows, place);
    const about = { about: 'columns', column, proof } as const;
    if (decided) {
      const by = readingFrom === null ? 'as you decided' : `as for ${readingFrom} before`;
      const what = cell === undefined ? `${title} is left empty` : `"${cell}" stands for ${title}`;
      found.push({
        ...about,
        sentence: `In ${name} ${what}, ${by}.`,
        certainty: readingFrom === null ? 'decided' : 'assumed',
        alternatives: [
          { label: `Look for ${title} by its name`, reading: withColumn(reading, column, undefined) },
        ],
      });
    } else if (cell !== undefined) {
      found.push({
        ...about,
        sentence: `In ${name} "${cell}" stands for ${title}.`,
        certainty: 'told',
        alternatives: [],
      });
    } else {
      const near = suggested.get(column);
      found.push({
        ...about,
        sentence: `${name} has no column ${title}: it is empty in all its records.`,
        certainty: near === undefined ? 'told' : 'assumed',
        alternatives:
          near === undefined
            ? []
            : [{ label: `"${near}" is ${title}`, reading: withColumn(reading, column, near) }],
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
export function withColumn(reading: Reading, column: string, header: string | undefined): Reading {
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
