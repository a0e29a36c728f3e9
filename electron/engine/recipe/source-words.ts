import { besideSentence } from '../ingest/beside-words.ts';
import { besideHeaders } from '../ingest/column-headers.ts';
import { decimalText } from '../ingest/decimal-text.ts';
import type { Normaliser } from '../ingest/normalise.ts';
import { bulletList, code, section, table } from './markdown.ts';
import type { Source } from './recipe.ts';

/** A source in the data dictionary: its files and its columns. */
export function sourceSection(source: Source): string {
  const { name, description, files, required, unique, columns } = source;
  return section(3, code([name]), [
    description,
    bulletList([
      `Files: ${code(files)}${required ? '' : ' (may be absent)'}`,
      ...unique.map((key) => `Unique: ${code(key)}`),
    ]),
    table(
      ['column', 'type', 'required', 'description'],
      columns.map((column) => [
        column.header === column.name
          ? code([column.name])
          : `${code([column.name])}, written ${code([column.header])}`,
        [takesInWords(source, column), ...ofOthers(column)].join(', '),
        column.required ? 'yes' : '',
        column.description,
      ]),
    ),
  ]);
}

/** What a column's values are made alike by, and held against. */
function ofOthers({ normalise = [], leastColumn, mostColumn }: Source['columns'][number]): readonly string[] {
  return [
    ...normalise.map((by) => NORMALISED[by]),
    ...(leastColumn === undefined ? [] : [`at least ${code([leastColumn])}`]),
    ...(mostColumn === undefined ? [] : [`at most ${code([mostColumn])}`]),
  ];
}

const NORMALISED: Readonly<Record<Normaliser, string>> = {
  lower: 'in lower case',
  upper: 'in upper case',
  title: 'in title case',
  single_spaces: 'with single spaces',
  nfc: 'in normal form C',
};

function takesInWords(source: Source, { type, beside }: Source['columns'][number]): string {
  if (beside === undefined) return typeInWords(type);
  return [`${typeInWords(type)}.`, ...besideHeaders(source, beside).map(besideSentence)].join(' ');
}

function typeInWords(type: Source['columns'][number]['type']): string {
  switch (type.kind) {
    case 'enum':
      return `one of ${type.values.join(', ')}`;
    case 'integer':
    case 'decimal': {
      const show = (bound: bigint) => (type.kind === 'decimal' ? decimalText(bound, 0) : bound);
      const least = type.least === undefined ? '' : `, at least ${show(type.least)}`;
      return `${type.kind}${least}${type.most === undefined ? '' : `, at most ${show(type.most)}`}`;
    }
    case 'date':
      return type.most === undefined ? 'date' : 'date, at most the as-of date';
    default:
      return type.kind;
  }
}
