import { dictionary as dictionaryOf } from '../../engine/recipe/dictionary.ts';
import { readRecipe } from '../read-recipe.ts';

/** `muster dictionary`. */
export function dictionary(recipeName: string): void {
  process.stdout.write(dictionaryOf(readRecipe(recipeName)));
}
