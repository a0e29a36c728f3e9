import { Failure } from '../failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { About, OnDelivering, Place, PreparedDelivery } from './delivery.ts';
import { checkPlace, prepareDelivery, type RunFolders } from './prepare-delivery.ts';
import { teamFiles, teamsOf } from './team-files.ts';

/** The delivery of one run: nothing, where none is asked for. */
export interface RunDelivery {
  /** Brings the files that the run has written into a folder to where they go, unseen. */
  prepare(folder: string, onDelivering: OnDelivering): Promise<void>;
  /** Makes what was prepared appear. */
  place(): Promise<void>;
  /** Takes back what was not placed; to be called in the end in any case. */
  discard(): Promise<void>;
}

/** Opens the delivery of a run before its work; throws a Failure where the place does not take it. */
export async function openRunDelivery(
  place: Place | undefined,
  recipe: Recipe,
  run: Pick<About, 'asOf' | 'params'>,
  folders: RunFolders,
): Promise<RunDelivery> {
  if (place !== undefined) await checkPlace(place, teamsOf(recipe), run.asOf, folders);
  let prepared: PreparedDelivery | undefined;
  return {
    prepare: async (folder, onDelivering) => {
      if (place === undefined) return;
      const about = { recipe: recipe.id, version: recipe.version, ...run };
      prepared = await prepareDelivery(place, teamFiles(recipe, folder), about, onDelivering);
    },
    place: async () => {
      try {
        await prepared?.place();
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const nextStep = `${error.nextStep} The results of the run are in ${folders.outFolder}.`;
        throw new Failure(error.message, nextStep, { cause: error });
      }
    },
    discard: async () => prepared?.discard(),
  };
}
