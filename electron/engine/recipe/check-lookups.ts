import { requireKnown, requireUnique } from './name-checks.ts';
import { didYouMean, failureAt, listed, repeated } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { RecipeYaml } from './schema.ts';
import type { YamlPath } from './yaml-document.ts';

type YamlLookup = RecipeYaml['lookups'][number];
type YamlList = Extract<YamlLookup, { key: unknown }>;
type YamlGrid = Extract<YamlLookup, { grid: unknown }>;

/** Checks that no cell of a lookup is empty, missing or one too many; throws a Failure with file, line and the cell. */
export function checkLookups(document: RecipeDocument): void {
  document.value.lookups.forEach((lookup, index) => {
    const path = ['lookups', index];
    if ('grid' in lookup) checkGrid(document, path, lookup);
    else checkList(document, path, lookup);
  });
}

function checkList(document: RecipeDocument, path: YamlPath, { lookup, key, columns, rows }: YamlList): void {
  const names = columns.map(({ column }) => column);
  requireColumnsOnce(document, path, lookup, [key.column, ...names]);
  const entries = Object.entries(rows);
  if (entries.length === 0) {
    throw failureAt(document.at([...path, 'rows']), `${lookup} has no rows.`, 'Add at least one.');
  }
  for (const [name, row] of entries) {
    const cell = `${inSentence(key.title)} ${name}`;
    const at = [...path, 'rows', name];
    // Not row[column]: a column may be called constructor.
    const cells = new Map(Object.entries(row));
    for (const { column, title } of columns) {
      requireFilled(document, [...at, column], lookup, cells.get(column), `${inSentence(title)} for ${cell}`);
    }
    const unknown = [...cells.keys()].find((column) => !names.includes(column));
    if (unknown === undefined) continue;
    throw failureAt(
      document.atKey([...at, unknown]),
      `${lookup} has the unknown column "${unknown}" for ${cell}; allowed: ${listed(names)}.`,
      didYouMean(unknown, names, 'Remove it.'),
    );
  }
}

function checkGrid(document: RecipeDocument, path: YamlPath, { lookup, grid, value, cells }: YamlGrid): void {
  const { rows, columns } = grid;
  requireColumnsOnce(document, path, lookup, [rows.column, columns.column, value.column]);
  for (const side of ['rows', 'columns'] as const) {
    requireUnique(document, [...path, 'grid', side, 'values'], grid[side].values.map(String));
  }
  const keys = value.of === undefined ? undefined : keysOf(document, [...path, 'value', 'of'], value.of);
  const named = inSentence(value.title);
  rows.values.forEach((row, at) => {
    const line = `${inSentence(rows.title)} ${row}`;
    columns.values.forEach((column, place) => {
      const cell = `${line}, ${inSentence(columns.title)} ${column}`;
      const here = [...path, 'cells', at, place];
      const text = requireFilled(document, here, lookup, cells[at]?.[place], `${named} for ${cell}`);
      if (keys === undefined || keys.includes(text)) return;
      throw failureAt(
        document.at(here),
        `${lookup} has the ${named} "${text}" for ${cell}, which is not a key of ${value.of}; allowed: ${listed(keys)}.`,
        didYouMean(text, keys, 'Name one of these.'),
      );
    });
    const more = (cells[at]?.length ?? 0) - columns.values.length;
    if (more <= 0) return;
    throw failureAt(
      document.at([...path, 'cells', at, columns.values.length]),
      `${lookup} has ${more} too many for ${line}: ${inSentence(columns.title)} has ${columns.values.length} values (${listed(columns.values.map(String))}).`,
      'Remove what is too many, or add a value.',
    );
  });
  if (cells.length <= rows.values.length) return;
  throw failureAt(
    document.at([...path, 'cells', rows.values.length]),
    `${lookup} has ${cells.length} rows of cells: ${inSentence(rows.title)} has ${rows.values.length} values (${listed(rows.values.map(String))}).`,
    'Remove what is too many, or add a value.',
  );
}

/** The keys of the list that a grid's values are of. */
function keysOf(document: RecipeDocument, path: YamlPath, of: string): readonly string[] {
  const lists = document.value.lookups.filter((each): each is YamlList => 'key' in each);
  const names = lists.map(({ lookup }) => lookup);
  requireKnown(document, path, of, names, 'a lookup with a key');
  return Object.keys(lists.find(({ lookup }) => lookup === of)?.rows ?? {});
}

/** Throws unless a cell has a text; returns it as it is taken. */
function requireFilled(
  document: RecipeDocument,
  path: YamlPath,
  lookup: string,
  value: string | null | undefined,
  what: string,
): string {
  const text = value?.trim();
  if (text) return text;
  throw failureAt(document.at(path), `${lookup} has no ${what}.`, 'Fill in the cell.');
}

function requireColumnsOnce(
  document: RecipeDocument,
  path: YamlPath,
  lookup: string,
  columns: readonly string[],
): void {
  const twice = repeated(columns);
  if (!twice) return;
  const what = `${lookup} has two columns named ${twice.item}.`;
  throw failureAt(document.at([...path, 'lookup']), what, 'Give one of them another name.');
}

/** A title within a sentence: `Recency` is recency there, and `RFM` stays. */
function inSentence(title: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
