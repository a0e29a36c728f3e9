import type { InsightShape } from '../../contract/insights.ts';
import { buildLookup } from './build-lookup.ts';
import { buildSource } from './build-source.ts';
import { readQuery, wholeSource } from './read-query.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import {
  type InsightStep,
  ONLY_LAYER,
  type Output,
  type OutputColumn,
  type OutputFormat,
  type Param,
  type Query,
  type Recipe,
  type RecipeText,
  type Stage,
  type TableStep,
} from './recipe.ts';
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
  const layers = yaml.layers ?? [ONLY_LAYER];
  const [lastLayer = ONLY_LAYER] = layers.slice(-1);
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
    lookups: yaml.lookups.map(buildLookup),
    layers,
    tables: yaml.tables.map((table, index): TableStep => {
      const { table: name, key, description = '', layer = lastLayer, sql, of, merges, from = '' } = table;
      const own = sql && query(['tables', index, 'sql'], sql);
      const any = { table: name, key, description, layer, query: own || wholeSource(from, sources) };
      if (merges) return { kind: 'merged', ...any, merges };
      if (of === undefined) return { kind: 'source', ...any, from, latest: table.latest };
      return { kind: 'derived', ...any, of, rows: table.rows ?? 'one', joins: table.joins ?? [] };
    }),
    population: yaml.population,
    stages: buildStages(yaml),
    rules: yaml.rules.map(
      ({ stage, rule = stage, reasons = [stage], description = '', title, scope, sql }, index) => {
        const path = ['rules', index];
        return {
          rule,
          stage,
          title,
          description,
          reasons: 'sql' in reasons ? query([...path, 'reasons', 'sql'], reasons.sql) : reasons,
          scope,
          query: query([...path, 'sql'], sql),
        };
      },
    ),
    dropouts: yaml.dropouts,
    by: yaml.by && {
      columns: yaml.by.columns,
      table: yaml.by.table ?? yaml.population,
      title: yaml.by.title,
    },
    published: yaml.published.map(({ table, output, columns, description = '' }) => {
      return { table, columns, description, output: outputName(output) };
    }),
    history: yaml.history.map(({ table, output, by, description = '' }) => {
      return { table, by, description, output: outputName(output) };
    }),
    audits: yaml.audit,
    outputs: yaml.outputs.map(
      ({ title = '', description = '', layer = lastLayer, columns, sql, team, ...output }, index) => ({
        ...output,
        name: outputName(output.file),
        description,
        title: title || output.file,
        layer,
        team,
        declared: buildOutputColumns(columns),
        query: query(['outputs', index, 'sql'], sql),
      }),
    ),
    controls: yaml.controls.map(({ control, description = '', counts, sql }, index) => {
      return { control, description, counts, query: query(['controls', index, 'sql'], sql) };
    }),
    diagnostics: yaml.diagnostics.map(
      ({ diagnostic, title, description = '', sql, params, warns }, index) => {
        const path = ['diagnostics', index];
        return {
          ...{ diagnostic, title, description, warns, query: query([...path, 'sql'], sql) },
          params: buildParams(document, params, path),
        };
      },
    ),
    insights: yaml.insights.map((chart, index) => insightStep(chart, ['insights', index], query)),
    profile: yaml.profile.map((chart, index) => insightStep(chart, ['profile', index], query)),
    text,
  };
}

type ChartYaml = RecipeYaml['insights' | 'profile'][number];

/** A chart of all entities, or of one: that has neither records nor a lookup. */
function insightStep(
  chart: ChartYaml,
  path: YamlPath,
  query: (path: YamlPath, file: string) => Query,
): InsightStep {
  const { insight, title, description = '', sql } = chart;
  const lookup = 'lookup' in chart ? chart.lookup : undefined;
  const records = 'records' in chart ? chart.records : undefined;
  return {
    ...{ insight, title, description, lookup, ...shapeOf(chart) },
    query: query([...path, 'sql'], sql),
    records: records === undefined ? undefined : query([...path, 'records'], records),
  };
}

/** What a chart draws of which column. */
function shapeOf(insight: ChartYaml): InsightShape {
  switch (insight.chart) {
    case 'heat map': {
      const { chart, x, y, value, figures, label = null } = insight;
      return { chart, x, y, value, figures, label };
    }
    case 'status grid': {
      const { chart, x, y, status, value, text } = insight;
      return { chart, x, y, status, value, text };
    }
    case 'fields':
      return { chart: 'fields', fields: insight.fields };
    case 'cards': {
      const { chart, x, severity, value, text } = insight;
      return { chart, x, severity, value, text };
    }
    case 'table':
      return { chart: 'table', x: insight.x, shown: insight.columns };
    default: {
      const { chart, x, y, series = null } = insight;
      return { chart, x, y, series, line: insight.chart === 'bar' ? (insight.line ?? null) : null };
    }
  }
}

/** The name of the first stage where a recipe does not name its stages. */
const ENTRY = 'population';

/** The stages as the recipe names them, else as its rules follow one another. */
function buildStages({ stages, rules }: RecipeYaml): readonly Stage[] {
  if (stages) return stages.map(({ stage, title, description = '' }) => ({ stage, title, description }));
  const byName = new Map(rules.map((rule) => [rule.stage, rule] as const).reverse());
  const ofRules = [...new Set(rules.map(({ stage }) => stage))].map((stage) => {
    return { stage, title: byName.get(stage)?.title ?? stage, description: '' };
  });
  return [{ stage: ENTRY, title: 'Population', description: '' }, ...ofRules];
}

/** The name by which controls know an output's rows. */
export function outputName(file: string): string {
  return file.replace(/\.[a-z]+$/, '').replaceAll('-', '_');
}

function buildParams(
  document: RecipeDocument,
  params: RecipeYaml['params'],
  path: YamlPath,
): readonly Param[] {
  return Object.entries(params ?? {}).map(([name, { type, title, description = '', values, warns = {} }]) => {
    // As written: a number read from YAML has lost its leading zeros and trailing decimals.
    const byDefault = document.textAt([...path, 'params', name, 'default']);
    return { name, type, title, description, default: byDefault, values, warns };
  });
}

function buildOutputColumns(
  columns: RecipeYaml['outputs'][number]['columns'],
): ReadonlyMap<string, OutputColumn> {
  return new Map(
    Object.entries(columns).map(([name, column]): [string, OutputColumn] => {
      const { description = '', decimals, type = 'plain', written } = column;
      const format: OutputFormat = decimals === undefined ? { kind: type } : { kind: 'decimal', decimals };
      return [name, { name, description, written, format }];
    }),
  );
}
