import { recordRange } from '../ingest/record-number.ts';
import { stagingName } from '../ingest/staging.ts';
import type { Recipe, Source } from '../recipe/recipe.ts';
import { identifier } from '../workspace/database.ts';
import { keyPlaces, placeColumns, tableColumn } from './planned-columns.ts';
import type { Condition, ViewPlan } from './view-plan.ts';

/** The accepted records of a source, or of one of its files. */
export function sourceView(recipe: Recipe, source: Source, importNumber?: number): ViewPlan {
  const where: Condition[] =
    importNumber === undefined
      ? []
      : [{ sql: 'row.record between ? and ?', values: recordRange(importNumber) }];
  return recordsView(recipe, source, where);
}

/** The accepted records of a source that meet conditions over `row`. */
export function recordsView(recipe: Recipe, source: Source, where: readonly Condition[]): ViewPlan {
  const columns = [
    ...placeColumns('row.record'),
    ...source.columns.map(({ name, type, description }) => tableColumn('row', name, type.kind, description)),
  ];
  return {
    from: `main.${identifier(stagingName(source.name))} as row`,
    ids: ['row.record'],
    where,
    order: 'row.record',
    columns,
    ...keyPlaces(recipe, columns),
  };
}
