import type { Lookups } from '../../contract/lookups.ts';
import { Failure } from '../failure.ts';
import { buildLookup } from '../recipe/build-lookup.ts';
import { lookupInfo } from '../recipe/lookup-info.ts';
import { readRecipeYaml } from '../recipe/read-recipe-yaml.ts';
import type { RecipeText } from '../recipe/recipe.ts';
import { isSameText, recipeCopy } from '../workspace/recipe-copy.ts';
import { ownRecipeText } from '../workspace/stored-recipe.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { os } from './os.ts';

/** Answers the calls about the tables that stand in a recipe as data. */
export const lookupHandlers = {
  list: os.lookups.list.handler(async ({ input, context }) => {
    return lookupsOf(await context.engine.workspace(input.workspace));
  }),

  change: os.lookups.change.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    const { lookup, cells } = input;
    const title = workspace.recipe.lookups.find((each) => each.lookup === lookup)?.title ?? lookup;
    await workspace.writeRecipe(`Changing ${title}`, 'changeLookup', { lookup, cells });
  }),

  restore: os.lookups.restore.handler(async ({ input, context }) => {
    const workspace = await context.engine.workspace(input.workspace);
    await workspace.writeRecipe('Taking the recipe itself again', 'restoreRecipe', undefined);
  }),
};

function lookupsOf({ db, path, recipe }: OpenWorkspace): Lookups {
  const copy = recipeCopy(db);
  if (!copy) return { lookups: recipe.lookups.map((each) => lookupInfo(each, recipe, each)), copy: null };
  const originals = readRecipeYaml(copy.original).value.lookups.map(buildLookup);
  return {
    lookups: recipe.lookups.map((each) => {
      return lookupInfo(each, recipe, originals.find(({ lookup }) => lookup === each.lookup) ?? each);
    }),
    copy: {
      isBehind: !isSameText(
        copy.original,
        ownOr(copy.original, () => ownRecipeText(db, path)),
      ),
    },
  };
}

/** Of a recipe that cannot be read at present it is not said that it was changed. */
function ownOr(otherwise: RecipeText, own: () => RecipeText): RecipeText {
  try {
    return own();
  } catch (error) {
    if (error instanceof Failure) return otherwise;
    throw error;
  }
}
