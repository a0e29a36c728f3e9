import type { ColumnType } from '../ingest/values.ts';
import { type Column, ONLY_LAYER, type Recipe, type Source } from '../recipe/recipe.ts';

/** A column of a source, by its type or just the type's kind. */
export function aColumn(name: string, type: ColumnType | Kind, required = false): Column {
  const typed = typeof type === 'string' ? { kind: type } : type;
  return { name, header: name, type: typed, required, description: '' };
}

/** A column that must not be empty. */
export function aRequired(name: string, type: ColumnType | Kind): Column {
  return aColumn(name, type, true);
}

/** A source that takes `<name>.csv`, then `<name>*.csv`. */
export function aSource(name: string, columns: readonly Column[], more: Partial<Source> = {}): Source {
  return {
    name,
    description: '',
    files: [`${name}.csv`, `${name}*.csv`],
    required: true,
    unique: [],
    incremental: false,
    columns,
    ...more,
  };
}

/** A recipe of sources alone: as much of one as loading looks at. */
export function aRecipe(...sources: readonly Source[]): Recipe {
  return {
    id: 'test',
    title: 'Test',
    description: '',
    version: '1',
    entity: 'person',
    key: [],
    params: [],
    dates: [],
    sources,
    lookups: [],
    layers: [ONLY_LAYER],
    tables: [],
    population: '',
    stages: [],
    rules: [],
    dropouts: 'dropouts.csv',
    by: undefined,
    published: [],
    history: [],
    audits: false,
    outputs: [],
    controls: [],
    diagnostics: [],
    insights: [],
    profile: [],
    text: { folder: '', files: new Map() },
  };
}

/** The types that need no more than their name. */
type Kind = Exclude<ColumnType['kind'], 'enum'>;
