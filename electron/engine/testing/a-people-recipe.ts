import type { Axis, Insight } from '../../contract/insights.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe, RecipeText } from '../recipe/recipe.ts';

/** A part of a recipe as recipe.yaml has it, but with its SQL in the place of the SQL file's path. */
type Part<Yaml> = Yaml & { readonly sql?: string };

/** What a test says of its recipe; the rest is people with their snapshots, of whom all are delivered. */
export interface RecipeParts {
  readonly id?: string;
  readonly key?: readonly string[];
  readonly params?: object;
  readonly sources?: object;
  readonly lookups?: readonly object[];
  readonly tables?: readonly Part<{
    readonly table: string;
    readonly from?: string;
    readonly of?: string;
    readonly rows?: 'one' | 'group' | 'any';
    readonly layer?: string;
    readonly joins?: readonly object[];
    readonly merges?: readonly object[];
    readonly key: readonly string[];
    readonly latest?: string;
  }>[];
  readonly layers?: readonly string[];
  readonly population?: string;
  readonly stages?: readonly { readonly stage: string; readonly title: string }[];
  readonly by?: { readonly columns: readonly string[]; readonly table?: string; readonly title?: string };
  readonly published?: readonly object[];
  readonly history?: readonly object[];
  readonly dropouts?: string;
  readonly rules?: readonly Part<{
    readonly stage: string;
    readonly rule?: string;
    readonly reasons?: readonly string[] | { readonly sql: string };
    readonly scope?: 'everybody' | 'survivors';
    readonly sql: string;
  }>[];
  readonly outputs?: readonly Part<{
    readonly file: string;
    readonly description?: string;
    readonly delivers?: true;
    readonly written?: false;
    readonly layer?: string;
    readonly title?: string;
    readonly columns?: object;
    readonly delimiter?: string;
    readonly also?: readonly string[];
    readonly team?: string;
    readonly kept?: 'last';
  }>[];
  readonly controls?: readonly Part<{ readonly control: string }>[];
  readonly diagnostics?: readonly Part<{
    readonly diagnostic: string;
    readonly title: string;
    readonly params?: object;
    readonly warns?: object;
  }>[];
  readonly insights?: readonly Part<{
    readonly insight: string;
    readonly title: string;
    readonly description?: string;
    readonly chart: Insight['chart'];
    readonly x?: Axis;
    readonly y?: Axis;
    readonly series?: string;
    readonly line?: Axis;
    readonly value?: Axis | string;
    readonly figures?: readonly Axis[];
    readonly label?: string;
    readonly severity?: string;
    readonly status?: string;
    readonly fields?: readonly Axis[];
    readonly text?: string;
    readonly columns?: readonly Axis[];
    readonly lookup?: string;
    readonly records?: string;
  }>[];
  readonly profile?: RecipeParts['insights'];
  /** Further SQL files, by their path. */
  readonly files?: Readonly<Record<string, string>>;
}

const PEOPLE = {
  files: ['people.csv', 'people*.csv'],
  columns: {
    id: { type: 'id', required: true },
    seen_on: { type: 'date' },
    score: { type: 'integer' },
    team: { type: 'text' },
    spend: { type: 'decimal' },
  },
};

/** The source of people, for recipes with sources of their own beside it. */
export const PEOPLE_SOURCE: Readonly<Record<'people', object>> = { people: PEOPLE };

/** The table of each person's latest snapshot. */
export const PERSON_TABLE = { table: 'person', from: 'people', key: ['id'], latest: 'seen_on' } as const;

/** The output that delivers whoever is left. */
export const DELIVERY = {
  file: 'delivery.csv',
  delivers: true,
  sql: 'select id from survivor order by id',
} as const;

/** A recipe of a few parts, read and checked like any other. */
export function aPeopleRecipe(parts: RecipeParts = {}): Recipe {
  return parseRecipe(recipeText(parts));
}

/** The files of a recipe of a few parts. */
export function recipeText(parts: RecipeParts): RecipeText {
  const files = new Map(Object.entries(parts.files ?? {}));
  const withFiles = (kind: string, list: readonly Part<object>[]) =>
    list.map(({ sql, ...rest }, index) => {
      if (sql === undefined) return rest;
      const file = `${kind}/${nameOf(rest) ?? `${kind}-${index}`}.sql`;
      files.set(file, sql);
      return { ...rest, sql: file };
    });
  const { rules = [], outputs = [DELIVERY], controls = [], tables = [PERSON_TABLE] } = parts;
  const {
    diagnostics = [],
    insights = [],
    profile = [],
    layers,
    stages,
    by,
    published,
    history,
    dropouts,
  } = parts;
  const document = {
    recipe: parts.id ?? 'test-people',
    title: 'People',
    version: '1.0.0',
    entity: 'person',
    key: parts.key ?? ['id'],
    params: parts.params ?? {},
    sources: parts.sources ?? PEOPLE_SOURCE,
    lookups: parts.lookups,
    tables: withFiles('tables', tables),
    population: parts.population ?? 'person',
    rules: withFiles(
      'rules',
      rules.map((rule) => ({ ...rule, title: `Rule ${rule.rule ?? rule.stage}` })),
    ),
    outputs: withFiles('outputs', outputs),
    ...{ layers, stages, by, published, history, dropouts },
    controls: withFiles('controls', controls),
    diagnostics: withFiles('diagnostics', diagnostics),
    insights: withFiles('insights', insights),
    profile: withFiles('profile', profile),
  };
  // JSON is YAML.
  files.set('recipe.yaml', JSON.stringify(document, null, 2));
  return { folder: 'recipes/test-people', files };
}

function nameOf(part: object): string | undefined {
  const named = part as Readonly<Partial<Record<'rule' | 'stage' | 'table', string>>>;
  return named.rule ?? named.stage ?? named.table;
}
