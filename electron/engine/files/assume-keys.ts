import type { Assumption } from '../../contract/files.ts';
import { matchColumns } from '../ingest/column-places.ts';
import { jsonHead, jsonRows } from '../ingest/json/json-head.ts';
import { suggestHeaders } from '../ingest/suggest-headers.ts';
import type { Source } from '../recipe/recipe.ts';
import type { AssumedFile } from './assume.ts';
import { withColumn } from './assume-columns.ts';
import type { Head, HeadRecords } from './head.ts';
import { HEAD_RECORDS } from './source-fit.ts';

/** Rows and units of each that are shown as a proof. */
const MOST_PROOF = 3;
const MOST_UNITS = 300;

/** Which key of a JSON file stands for which column where that is not plain, columns whose key its first records lack, and keys without a column. */
export function assumeKeys(
  file: AssumedFile,
  { name: sourceName, columns }: Source,
  { text, whole }: Head,
  { rows }: HeadRecords,
): readonly Assumption[] {
  const { name, places, reading, readingFrom } = file;
  const { keys, readable } = jsonHead(text, whole);
  const { indexes } = matchColumns(keys, columns, reading);
  const first = jsonRows(text, whole, keys, HEAD_RECORDS).filter((row) => row.readable);
  const cells = first.map((row) => row.cells);
  const suggested = suggestHeaders(columns, indexes, keys, cells);
  const found: Assumption[] = [];
  for (const [index, { name: column, header: title }] of columns.entries()) {
    const place = places[column];
    const key = keys[indexes[index] ?? -1];
    const decided = reading.columns?.[column];
    const proof = key === undefined || place === undefined ? [] : shown(rows, place);
    const about = { about: 'columns', column, proof, alternatives: [] } as const;
    if (decided !== undefined) {
      const by = readingFrom === null ? 'as you decided' : `as for ${readingFrom} before`;
      const what = decided === null ? `${title} is left empty` : `"${key ?? decided}" stands for ${title}`;
      const label = `Look for ${title} by its name`;
      found.push({
        ...about,
        sentence: `In ${name} ${what}, ${by}.`,
        certainty: readingFrom === null ? 'decided' : 'assumed',
        alternatives: [{ label, reading: withColumn(reading, column, undefined) }],
      });
    } else if (key !== undefined && key !== title) {
      found.push({ ...about, sentence: `In ${name} "${key}" stands for ${title}.`, certainty: 'told' });
    } else if (key === undefined && readable > 0) {
      const near = suggested.get(column);
      const sentence = `None of the first records of ${name} has ${title}.`;
      if (near === undefined) found.push({ ...about, sentence, certainty: 'told' });
      else {
        const label = `"${near}" is ${title}`;
        const alternatives = [{ label, reading: withColumn(reading, column, near) }];
        found.push({ ...about, sentence, certainty: 'assumed', alternatives });
      }
    }
  }
  const spare = keys.filter((_, index) => !indexes.includes(index));
  if (spare.length > 0) {
    const names = spare.map((key) => `"${key}"`).join(', ');
    const sentence = `Of ${name} these keys are not used by ${sourceName}: ${names}.`;
    found.push({ about: 'columns', column: null, sentence, certainty: 'told', proof: [], alternatives: [] });
  }
  return found;
}

function shown(rows: HeadRecords['rows'], place: number): Assumption['proof'] {
  return rows
    .slice(0, MOST_PROOF)
    .map(({ line, cells }) => ({ line, text: (cells[place] ?? '').slice(0, MOST_UNITS) }));
}
