import { join } from 'node:path';
import { identifiers } from '../workspace/database.ts';
import { readBound } from './column-bounds.ts';
import { expandMacros } from './expand-macros.ts';
import { didYouMean, failureAt, listed } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type {
  Column,
  Output,
  OutputColumn,
  Param,
  Query,
  Recipe,
  RecipeText,
  Source,
  TableStep,
} from './recipe.ts';
import { RECIPE_FILE } from './recipe-folder.ts';
import type { RecipeYaml } from './schema.ts';
import { lex, parametersOf, significant } from './sql-text.ts';
import type { YamlPath } from './yaml-document.ts';

/** An output whose columns are known as declared; the rest of them is known once its query is checked. */
export interface DraftOutput extends Omit<Output, 'columns'> {
  readonly declared: ReadonlyMap<string, OutputColumn>;
}

/** A recipe whose queries are not checked yet. */
export interface DraftRecipe extends Omit<Recipe, 'outputs'> {
  readonly outputs: readonly DraftOutput[];
}

/** Makes the recipe from its document and its SQL files; throws a Failure for an SQL file that is not there. */
export function buildRecipe(document: RecipeDocument, text: RecipeText): DraftRecipe {
  const yaml = document.value;
  const query = (path: YamlPath, file: string) => readQuery(document, text, path, file);
  const sources = Object.entries(yaml.sources).map(([name, source]) => buildSource(document, name, source));
  return {
    id: yaml.recipe,
    title: yaml.title,
    description: yaml.description ?? '',
    version: yaml.version,
    entity: yaml.entity,
    key: yaml.key,
    params: buildParams(document, yaml.params, []),
    dates: Object.entries(yaml.dates ?? {}).map(([name, { minus_days, description = '' }]) => {
      return { name, minusDays: minus_days, description };
    }),
    sources,
    tables: yaml.tables.map(({ sql, description = '', latest, ...table }, index): TableStep => {
      const path = ['tables', index, 'sql'];
      return {
        ...table,
        description,
        latest,
        query: sql ? query(path, sql) : wholeSource(table.from, sources),
      };
    }),
    population: yaml.population,
    rules: yaml.rules.map(
      ({ stage, rule = stage, reasons = [stage], description = '', title, scope, sql }, index) => {
        return {
          rule,
          stage,
          title,
          description,
          reasons,
          scope,
          query: query(['rules', index, 'sql'], sql),
        };
      },
    ),
    outputs: yaml.outputs.map(({ file, description = '', delivers, columns, sql }, index) => {
      const declared = buildOutputColumns(columns);
      return {
        file,
        name: outputName(file),
        description,
        delivers,
        declared,
        query: query(['outputs', index, 'sql'], sql),
      };
    }),
    controls: yaml.controls.map(({ control, description = '', sql }, index) => {
      return { control, description, query: query(['controls', index, 'sql'], sql) };
    }),
    diagnostics: yaml.diagnostics.map(({ diagnostic, title, description = '', sql, params }, index) => {
      const path = ['diagnostics', index];
      return {
        ...{ diagnostic, title, description, query: query([...path, 'sql'], sql) },
        params: buildParams(document, params, path),
      };
    }),
    text,
  };
}

/** The name by which controls know an output's rows. */
export function outputName(file: string): string {
  return file.replace(/\.csv$/, '').replaceAll('-', '_');
}

function buildParams(
  document: RecipeDocument,
  params: RecipeYaml['params'],
  path: YamlPath,
): readonly Param[] {
  return Object.entries(params ?? {}).map(([name, { type, title, description = '' }]) => {
    // As written: a number read from YAML has lost its leading zeros and trailing decimals.
    return { name, type, title, description, default: document.textAt([...path, 'params', name, 'default']) };
  });
}

function buildSource(document: RecipeDocument, name: string, source: RecipeYaml['sources'][string]): Source {
  const { title, description, files, required, unique = [], columns } = source;
  return {
    name,
    description: [title, description].filter((sentence) => sentence !== undefined).join(': '),
    files,
    required,
    unique:
      unique.map((key) => (typeof key === 'string' ? key : '')).every((key) => key !== '') &&
      unique.length > 0
        ? [unique as readonly string[]]
        : (unique as readonly (readonly string[])[]),
    columns: Object.entries(columns).map(([column, declared]): Column => {
      const { required: needed, description: what = '' } = declared;
      const type = columnType(document, ['sources', name, 'columns', column], declared);
      return { name: column, type, required: needed, description: what };
    }),
  };
}

type YamlColumn = RecipeYaml['sources'][string]['columns'][string];

function columnType(document: RecipeDocument, path: YamlPath, declared: YamlColumn): Column['type'] {
  switch (declared.type) {
    case 'enum':
      return { kind: 'enum', values: declared.values };
    case 'integer':
    case 'decimal': {
      const { type: kind } = declared;
      const least = readBound(document, [...path, 'least'], kind);
      const most = readBound(document, [...path, 'most'], kind);
      return { kind, ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
    }
    default:
      return { kind: declared.type };
  }
}

function buildOutputColumns(
  columns: RecipeYaml['outputs'][number]['columns'],
): ReadonlyMap<string, OutputColumn> {
  return new Map(
    Object.entries(columns).map(([name, { description = '', decimals, type }]): [string, OutputColumn] => {
      if (type === 'boolean') return [name, { name, description, format: { kind: 'boolean' } }];
      const format =
        decimals === undefined ? ({ kind: 'plain' } as const) : ({ kind: 'decimal', decimals } as const);
      return [name, { name, description, format }];
    }),
  );
}

/** The query of a table that keeps its source as it is. */
function wholeSource(from: string, sources: readonly Source[]): Query {
  const columns = sources.find(({ name }) => name === from)?.columns.map(({ name }) => name) ?? [];
  return {
    file: RECIPE_FILE,
    sql: `select ${identifiers(['record', ...columns])} from ${identifiers([from])}`,
    parameters: [],
  };
}

function readQuery(document: RecipeDocument, text: RecipeText, path: YamlPath, file: string): Query {
  const written = text.files.get(file);
  if (written === undefined) {
    const known = [...text.files.keys()].filter((name) => name.endsWith('.sql'));
    const what = `there is no file ${file} in the recipe's folder; SQL files there: ${listed(known)}.`;
    throw failureAt(document.at(path), what, didYouMean(file, known, 'Write it, or name another.'));
  }
  const expanded = expandMacros(written, join(text.folder, file));
  const tokens = lex(expanded);
  const last = significant(tokens).findLast(({ text: word }) => word !== ';');
  const sql = last ? expanded.slice(0, last.start + last.text.length) : '';
  return { file, sql, parameters: parametersOf(tokens) };
}
