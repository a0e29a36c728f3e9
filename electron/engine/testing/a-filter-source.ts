import type { Beside } from '../ingest/beside.ts';
import type { Source } from '../recipe/recipe.ts';
import { aColumn, aRequired, aSource } from './a-source.ts';

/** What the value of a filter takes beside its field and its operator. */
const VALUE: readonly Beside[] = [
  beside({ field: ['born'], operator: ['is', 'below'] }, 'date'),
  beside({ field: ['born'], operator: ['in'] }, 'date', '|'),
  beside({ field: ['spent'], operator: ['is', 'below'] }, 'decimal'),
  beside({ field: ['spent'], operator: ['in'] }, 'integer', ';'),
  beside({ field: ['name'], operator: ['below'] }, 'nothing'),
];

/** Filters as a recipe may have them: what the value of one may be hangs on its field and operator, its limit on its mode. */
export const FILTERS: Source = aSource('filter', [
  { ...aRequired('limit', 'text'), beside: [beside({ mode: ['Strict', 'über'] }, 'integer')] },
  aRequired('field', { kind: 'enum', values: ['born', 'spent', 'name'] }),
  aColumn('operator', { kind: 'enum', values: ['is', 'in', 'below', 'empty'] }),
  { ...aColumn('value', 'text'), beside: VALUE },
  aColumn('mode', 'text'),
]);

function beside(
  where: Readonly<Record<string, readonly string[]>>,
  takes: Beside['takes'],
  list?: string,
): Beside {
  return { where: Object.entries(where).map(([column, values]) => ({ column, values })), takes, list };
}
