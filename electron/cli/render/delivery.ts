import type { Reconciliation } from '../../contract/reconciliation.ts';
import { dayFolder } from '../../engine/deliver/delivery.ts';
import { teamFileNames, teamsOf } from '../../engine/deliver/team-files.ts';
import type { Recipe } from '../../engine/recipe/recipe.ts';
import { columns } from './text.ts';

/** What was taken where, a line a team; nothing where nothing was delivered. */
export function renderDelivery(
  recipe: Recipe,
  { as_of: asOf, balanced }: Reconciliation,
  place: string | undefined,
): readonly string[] {
  if (place === undefined || !balanced) return [];
  const rows = teamsOf(recipe).map((team) => [
    team,
    `${team}/${dayFolder(asOf)}: ${teamFileNames(recipe, team).join(', ')}`,
  ]);
  return [`Delivered to ${place}:`, ...columns(rows, 'll').map((line) => `  ${line}`)];
}
