import { jsonText } from '../../engine/export/csv-writer.ts';
import { recipeJsonSchema } from '../../engine/recipe/schema.ts';

/** `muster schema`. */
export function schema(): void {
  process.stdout.write(jsonText(recipeJsonSchema()));
}
