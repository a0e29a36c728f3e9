import { buildSource } from './build-source.ts';
import { readQuery, wholeSource } from './read-query.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { Output, OutputColumn, Param, Recipe, RecipeText, TableStep } from './recipe.ts';
import type { RecipeYaml } from './schema.ts';
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
    insights: yaml.insights.map(({ description = '', sql, records, ...insight }, index) => {
      const path = ['insights', index];
      return {
        ...{ ...insight, description, series: insight.series, query: query([...path, 'sql'], sql) },
        records: records === undefined ? undefined : query([...path, 'records'], records),
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
