import { jsonText } from '../../engine/export/json-file.ts';
import { recipeJsonSchema } from '../../engine/recipe/schema.ts';

/** `muster schema`. */
export function schema(): void {
  process.stdout.write(jsonText(recipeJsonSchema()));
}
