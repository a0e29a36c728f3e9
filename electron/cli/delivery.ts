import type { Place } from '../engine/deliver/delivery.ts';
import { parsePlace } from '../engine/deliver/parse-place.ts';
import { teamsOf } from '../engine/deliver/team-files.ts';
import { UsageFailure } from '../engine/failure.ts';
import type { Recipe } from '../engine/recipe/recipe.ts';
import { userPath } from './place.ts';

interface DeliveryOptions {
  readonly deliver?: string;
  readonly s3Endpoint?: string;
  readonly until?: string;
}

/** Where the command line wants teams' files delivered, if at all; throws a UsageFailure where that makes no sense. */
export function readDelivery(
  recipe: Recipe,
  { deliver, s3Endpoint, until }: DeliveryOptions,
): Place | undefined {
  if (deliver === undefined) {
    if (s3Endpoint === undefined) return undefined;
    throw new UsageFailure(
      '--s3-endpoint goes with --deliver s3://bucket/prefix.',
      'Add it, or leave it out.',
    );
  }
  const place = parsePlace(deliver, s3Endpoint);
  if (teamsOf(recipe).length === 0) {
    throw new UsageFailure(`The recipe ${recipe.id} has no files for teams.`, 'Leave out --deliver.');
  }
  if (until !== undefined && until !== recipe.layers.at(-1)) {
    throw new UsageFailure('--until stops before there is anything to deliver.', 'Leave out one of them.');
  }
  return place.kind === 'folder' ? { ...place, folder: userPath(place.folder) } : place;
}
