import type { ColumnType } from '../ingest/values.ts';
import type { DerivedTable, Recipe, Source, TableStep } from './recipe.ts';

/** The source whose records a table is made of, through the tables that it is derived from. */
export function sourceOfTable(recipe: Recipe, step: TableStep): Source | undefined {
  if (step.kind === 'source') return recipe.sources.find(({ name }) => name === step.from);
  // Rows of a full join are made of several sources.
  if (step.kind === 'merged') return undefined;
  const of = recipe.tables.find(({ table }) => table === step.of);
  return of && sourceOfTable(recipe, of);
}

/** The key of the table that a derived one is made of. */
export function ofKey({ tables }: Pick<Recipe, 'tables'>, { of }: DerivedTable): readonly string[] {
  return tables.find(({ table }) => table === of)?.key ?? [];
}

/** The columns by which a derived table's rows account for those of the table that it is made of. */
export function accountingKey(recipe: Pick<Recipe, 'tables'>, step: DerivedTable): readonly string[] {
  return step.rows === 'group' ? step.key : ofKey(recipe, step);
}

/** The type of a table's column by its name: as the table's own source has it, else the first source that has such a column. */
export function columnTypeOf(recipe: Recipe, step: TableStep, name: string): ColumnType | undefined {
  const own = sourceOfTable(recipe, step);
  const sources = own && step.kind === 'source' ? [own] : [...(own ? [own] : []), ...recipe.sources];
  return sources.flatMap(({ columns }) => columns).find((column) => column.name === name)?.type;
}

/** The types of the recipe's key columns; a column that no source has is an id. */
export function keyTypes(recipe: Recipe): readonly ColumnType[] {
  const population = populationStep(recipe);
  return recipe.key.map((name) => columnTypeOf(recipe, population, name) ?? { kind: 'id' });
}

/** The table whose rows are the entities. */
export function populationStep({ tables, population }: Recipe): TableStep {
  const step = tables.find(({ table }) => table === population);
  if (!step) throw new Error(`The population ${population} is no table.`);
  return step;
}
