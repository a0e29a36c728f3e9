import { isText } from '../oracle/decode.ts';
import { normalise } from '../oracle/header.ts';
import type { Column } from '../oracle/sources.ts';
import { type Member, readMembers } from './json-object.ts';
import { jsonPieces } from './json-pieces.ts';
import type { ReadFile } from './read-delimited.ts';

/** The types of columns that take any text, so that a nested value would pass as one. */
const TAKES_ANY_TEXT = ['id', 'text', 'email'];

/** Reads a JSON file: its columns are those that are declared. */
export function readJson(text: string, columns: readonly Column[]): ReadFile {
  const { array, pieces } = jsonPieces(text);
  const records = pieces.map(({ line, text: piece }) => {
    const texts = textsOf(piece, columns);
    if (texts) return { line, texts, cells: columns.map(({ name }) => texts.get(name) ?? '') };
    const cells = columns.map((_, at) => (at === 0 ? piece.toWellFormed() : ''));
    return { line, texts: new Map<string, string>(), cells, fault: 'unreadable' };
  });
  return { header: columns.map(({ name }) => name), array, records };
}

/** The texts of the declared columns; undefined where the record cannot be read. */
function textsOf(piece: string, columns: readonly Column[]): ReadonlyMap<string, string> | undefined {
  const members = isText(piece) ? readMembers(piece) : undefined;
  if (!members) return undefined;
  const texts = new Map<string, string>();
  for (const column of columns) {
    const [own, ...more] = members.filter(({ name }) => normalise(name) === normalise(column.name));
    if (more.length > 0) return undefined;
    if (own && isNested(own) && TAKES_ANY_TEXT.includes(column.type)) return undefined;
    const text = own ? textOf(own) : '';
    if (!isText(text)) return undefined;
    texts.set(column.name, text);
  }
  return texts;
}

function isNested({ raw }: Member): boolean {
  return raw.startsWith('{') || raw.startsWith('[');
}

function textOf({ raw }: Member): string {
  if (raw === 'null') return '';
  return raw.startsWith('"') ? (JSON.parse(raw) as string) : raw;
}
