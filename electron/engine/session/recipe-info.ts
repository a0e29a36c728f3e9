import type { ColumnInfo, ParamInfo, RecipeInfo } from '../../contract/workspaces.ts';
import { entityColumns } from '../explain/entity-rows.ts';
import { besideSentence } from '../ingest/beside-words.ts';
import { besideHeaders } from '../ingest/column-headers.ts';
import { REASONS } from '../ingest/reasons.ts';
import type { ColumnType } from '../ingest/values.ts';
import type { Param, Recipe, Source } from '../recipe/recipe.ts';

/** What the app shows of a recipe. */
export function recipeInfo(recipe: Recipe): RecipeInfo {
  return {
    id: recipe.id,
    title: recipe.title,
    description: recipe.description,
    version: recipe.version,
    entity: recipe.entity,
    key: recipe.key,
    params: recipe.params.map(paramInfo),
    sources: recipe.sources.map((source) => ({
      name: source.name,
      description: source.description,
      required: source.required,
      incremental: source.incremental,
      files: source.files,
      unique: source.unique,
      entityKey: entityColumns(recipe, source),
      columns: columnInfos(source),
    })),
    tables: recipe.tables.flatMap((step) => {
      return step.kind === 'source'
        ? [{ table: step.table, from: step.from, description: step.description }]
        : [];
    }),
    derived: recipe.tables.flatMap((step) => {
      return step.kind === 'derived'
        ? [{ table: step.table, of: step.of, description: step.description }]
        : [];
    }),
    merged: recipe.tables.flatMap((step) => {
      return step.kind === 'merged'
        ? [{ table: step.table, of: step.merges.map(({ table }) => table), description: step.description }]
        : [];
    }),
    lookups: recipe.lookups.map(({ lookup, title }) => ({ lookup, title })),
    stages: recipe.stages,
    rules: recipe.rules.map(({ rule, stage, title, description, reasons, scope }) => {
      return { rule, stage, title, description, reasons: 'sql' in reasons ? [] : reasons, scope };
    }),
    by: recipe.by?.columns ?? [],
    publishes: recipe.published.length > 0,
    history: recipe.history.map(({ table, description }) => ({ table, description })),
    audits: recipe.audits,
    advises: recipe.insights.some(({ chart }) => chart === 'cards'),
    outputs: recipe.outputs.map(({ name, file, description, delivers, layer, written, title, columns }) => ({
      name,
      file,
      description,
      delivers,
      layer: recipe.layers.indexOf(layer),
      written,
      title,
      columns: columns.map(({ format, ...column }) => ({ ...column, kind: format.kind })),
    })),
  };
}

/** A parameter of a recipe or of one of its diagnostics. */
export function paramInfo({ name, type, title, description, ...param }: Param): ParamInfo {
  const { default: value = null, values = null, warns } = param;
  return { name, type, title, description, default: value, values, warns };
}

function columnInfos(source: Source): readonly ColumnInfo[] {
  return source.columns.map(({ name, header, type, required, description, beside = [] }) => {
    const words = [takes(type), ...besideHeaders(source, beside).map(besideSentence)].join(' ');
    return { name, header, kind: type.kind, required, description, takes: words };
  });
}

function takes(type: ColumnType): string {
  switch (type.kind) {
    case 'id':
      return 'Any text, kept exactly as written.';
    case 'text':
      return 'Any text.';
    case 'email':
      return 'Any text; it is lower-cased.';
    case 'enum':
      return `One of ${type.values.join(', ')}.`;
    case 'integer':
      return 'A whole number.';
    case 'decimal':
      return REASONS.not_a_number.sentence;
    case 'date':
      return type.most === undefined
        ? REASONS.not_a_date.sentence
        : `${REASONS.not_a_date.sentence} It is no later than the as-of date.`;
    case 'timestamp':
      return REASONS.not_a_timestamp.sentence;
    case 'boolean':
      return REASONS.not_a_boolean.sentence;
  }
}
