import { buildRecipe } from './build-recipe.ts';
import { checkNames } from './check-names.ts';
import { checkQueries } from './check-sql.ts';
import { readRecipeYaml } from './read-recipe-yaml.ts';
import type { Recipe, RecipeText } from './recipe.ts';

/** Reads and checks a whole recipe; throws a Failure that names file and line of the first fault. */
export function parseRecipe(text: RecipeText): Recipe {
  const document = readRecipeYaml(text);
  checkNames(document);
  const { outputs, ...recipe } = buildRecipe(document, text);
  const columns = checkQueries({ outputs, ...recipe }, document);
  return {
    ...recipe,
    outputs: outputs.map(({ declared, ...output }) => ({
      ...output,
      columns: (columns.get(output.name) ?? []).map(
        (name) => declared.get(name) ?? { name, description: '', written: true, format: { kind: 'plain' } },
      ),
    })),
  };
}
