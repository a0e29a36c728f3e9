import type { Row } from '../oracle/load.ts';
import { textOf } from '../oracle/tables.ts';
import { folded, textOrNull } from './cells.ts';
import { comparables, ignoresValue } from './exclusion-value.ts';
import { type Lead, solutionOf } from './leads.ts';

export function activeExclusions(exclusions: readonly Row[]): readonly Row[] {
  return exclusions.filter((row) => row.get('active') === true);
}

/** The first of the exclusions, in their order, that matches a lead. */
export function firstMatch(lead: Lead, exclusions: readonly Row[]): Row | undefined {
  return exclusions.find((row) => {
    const solution = textOf(row, 'solution_id');
    return (solution === '*' || solution === solutionOf(lead)) && matches(row, lead.client);
  });
}

function matches(exclusion: Row, client: Row): boolean {
  const field = textOf(exclusion, 'field');
  const operator = textOf(exclusion, 'operator');
  const value = client.get(field) ?? null;
  if (value === null) return operator === 'is_empty';
  if (ignoresValue(operator)) return operator === 'not_empty';
  const own = typeof value === 'string' ? folded(value) : value;
  const others = comparables(field, operator, textOrNull(exclusion, 'value') ?? '') ?? [];
  const [other] = others;
  if (other === undefined) throw new Error('An accepted exclusion has no proper value.');
  switch (operator) {
    case 'equals':
    case 'in':
      return others.some((each) => each === own);
    case 'not_equals':
    case 'not_in':
      return others.every((each) => each !== own);
    case 'less_than':
      return own < other;
    case 'greater_than':
      return own > other;
    default:
      throw new Error(`There is no operator ${operator}.`);
  }
}
