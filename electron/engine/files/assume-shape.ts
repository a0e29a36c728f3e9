import type { Assumption } from '../../contract/files.ts';
import { ARRAY_WARNING, CUT_OFF, NO_JSON_WARNING } from '../ingest/import-table.ts';
import type { AssumedFile } from './assume.ts';
import type { Head, HeadRecords } from './head.ts';

/** A shown line is not longer than this, in UTF-16 units. */
const MOST_UNITS = 300;

/** How a JSON file holds its records, with the line on which the first that can be read begins. */
export function assumeShape(
  { name, shape, isCutOff, isUnreadable }: AssumedFile,
  { text }: Head,
  { rows }: HeadRecords,
): readonly Assumption[] {
  const line = rows[0]?.line;
  const proof = line === undefined ? [] : [{ line, text: lineAt(text, line).slice(0, MOST_UNITS) }];
  const about = { about: 'shape', column: null, proof, alternatives: [] } as const;
  if (isUnreadable) return [{ ...about, sentence: `${name} ${NO_JSON_WARNING}`, certainty: 'assumed' }];
  if (shape !== 'json array') {
    return [{ ...about, sentence: `${name} is JSON Lines: one object a line.`, certainty: 'told' }];
  }
  const sentence = `${name} ${ARRAY_WARNING}${isCutOff ? ` ${CUT_OFF}` : ''}`;
  return [{ ...about, sentence, certainty: 'assumed' }];
}

/** A line of a text; of one that several records share the last of them may stand under a line that is not there. */
function lineAt(text: string, line: number): string {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end).trimEnd();
}
