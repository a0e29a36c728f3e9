import type { Assumption } from '../../contract/files.ts';
import { DELIMITERS, type Delimiter } from '../ingest/delimiter.ts';
import { matchHeader } from '../ingest/headers.ts';
import type { Source } from '../recipe/recipe.ts';
import type { AssumedFile } from './assume.ts';
import type { Head, HeadRecords } from './head.ts';

const NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'pipes',
};

/** A shown line is not longer than this, in UTF-16 units. */
const MOST_UNITS = 300;

/** By what the fields of a file were parted: told where two columns or more are found by it. */
export function assumeDelimiter(
  { name, delimiter, reading, places }: AssumedFile & { readonly delimiter: Delimiter },
  { firstLine }: Head,
  { columns }: Source,
  { header, line }: HeadRecords,
): readonly Assumption[] {
  const proof = [{ line, text: firstLine.slice(0, MOST_UNITS) }];
  const about = { about: 'delimiter', column: null, proof } as const;
  if (reading.delimiter !== undefined) {
    const { delimiter: _, ...told } = reading;
    const sentence = `The fields of ${name} are parted by ${NAMES[delimiter]}, as you decided.`;
    const alternatives = [{ label: 'Let the header tell the delimiter', reading: told }];
    return [{ ...about, sentence, certainty: 'decided', alternatives }];
  }
  const sure = Object.keys(places).length > 1;
  const names = columns.map((column) => column.header);
  const others = DELIMITERS.filter((other) => other !== delimiter && firstLine.includes(other));
  const single = header.length === 1 && matchHeader(header, names).indexes.some((index) => index >= 0);
  return [
    {
      ...about,
      sentence:
        header.length === 1
          ? `${name} has a single column.`
          : `The fields of ${name} are parted by ${NAMES[delimiter]}.`,
      certainty: sure || single ? 'told' : 'assumed',
      alternatives:
        sure || single
          ? []
          : others.map((other) => ({
              label: `Part the fields by ${NAMES[other]}`,
              reading: { ...reading, delimiter: other },
            })),
    },
  ];
}
