import type { Beside } from '../ingest/beside.ts';
import { DECIMAL_SCALE, Fault, valueReader } from '../ingest/values.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { Column, Source } from './recipe.ts';
import type { RecipeYaml } from './schema.ts';
import type { YamlDocument, YamlPath } from './yaml-document.ts';

/** Makes a source from its part of the document; throws a Failure for bounds that are none. */
export function buildSource(
  document: RecipeDocument,
  name: string,
  source: RecipeYaml['sources'][string],
): Source {
  const { title, description, files, required, unique = [], incremental, columns } = source;
  return {
    name,
    description: [title, description].filter((sentence) => sentence !== undefined).join(': '),
    files,
    required,
    unique: uniqueKeys(unique),
    incremental,
    columns: Object.entries(columns).map(([column, declared]): Column => {
      const { required: needed, header = column, description: what = '' } = declared;
      const type = columnType(document, ['sources', name, 'columns', column], declared);
      const beside = declared.type === 'text' ? declared.beside?.map(buildBeside) : undefined;
      const normalise = declared.type === 'text' ? declared.normalise : undefined;
      const all = declared.type === 'id' && declared.all !== undefined ? { all: declared.all } : {};
      return {
        ...{ name: column, header, type, required: needed, description: what, ...all },
        ...(beside && { beside }),
        ...(normalise && { normalise: [normalise].flat() }),
        ...boundColumns(declared),
      };
    }),
  };
}

/** One key as a list of columns, or several as a list of such lists. */
function uniqueKeys(unique: readonly (string | readonly string[])[]): readonly (readonly string[])[] {
  const columns = unique.filter((item) => typeof item === 'string');
  return columns.length > 0 ? [columns] : unique.filter((item) => typeof item !== 'string');
}

type YamlColumn = RecipeYaml['sources'][string]['columns'][string];
type YamlBeside = NonNullable<Extract<YamlColumn, { type: 'text' }>['beside']>[number];

function buildBeside(declared: YamlBeside): Beside {
  return {
    where: Object.entries(declared.where).map(([column, values]) => ({ column, values })),
    takes: declared.takes,
    list: 'list' in declared ? declared.list : undefined,
  };
}

function columnType(document: RecipeDocument, path: YamlPath, declared: YamlColumn): Column['type'] {
  switch (declared.type) {
    case 'enum':
      return { kind: 'enum', values: declared.values };
    case 'integer':
    case 'decimal': {
      const { type: kind } = declared;
      const bound = (which: 'least' | 'most') =>
        typeof declared[which] === 'number' ? readBound(document, [...path, which], kind) : undefined;
      const least = bound('least');
      const most = bound('most');
      if (least !== undefined && most !== undefined && least > most) {
        throw failureAt(
          document.at([...path, 'least']),
          'least is greater than most.',
          'Correct one of them.',
        );
      }
      return { kind, ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
    }
    case 'date':
      return { kind: 'date', ...(declared.most && { most: declared.most }) };
    default:
      return { kind: declared.type };
  }
}

/** The columns that a number's bounds name. */
function boundColumns(declared: YamlColumn): Pick<Column, 'leastColumn' | 'mostColumn'> {
  if (declared.type !== 'integer' && declared.type !== 'decimal') return {};
  const { least, most } = declared;
  return {
    ...(typeof least === 'string' && { leastColumn: least }),
    ...(typeof most === 'string' && { mostColumn: most }),
  };
}

/** A column's bound as its values are stored, read from the text so that no decimal goes through a binary float. */
function readBound(document: YamlDocument, path: YamlPath, kind: 'integer' | 'decimal'): bigint | undefined {
  const text = document.textAt(path);
  if (text === undefined) return undefined;
  const value = valueReader({ kind })(text);
  if (typeof value === 'bigint') return value;
  const most = (2n ** 63n - 1n) / (kind === 'decimal' ? DECIMAL_SCALE : 1n);
  const reason = value instanceof Fault && value.code === 'out_of_range' ? `within ±${most}` : '';
  const allowed = kind === 'integer' ? 'a whole number' : 'a number with up to 4 decimals';
  throw failureAt(
    document.at(path),
    `${String(path.at(-1))} is ${text}; allowed: ${[allowed, reason].join(' ').trim()}.`,
    'Correct it.',
  );
}
