import { jsonText } from '../../engine/export/json-file.ts';
import { builtInRecipes } from '../../engine/recipe/recipe-folder.ts';
import { readRecipe } from '../read-recipe.ts';

/** `muster recipes`. */
export function recipes(options: { readonly json?: true }): void {
  const known = builtInRecipes().map(readRecipe);
  if (options.json) {
    const list = known.map(({ id, title, description, version, sources }) => ({
      recipe: id,
      title,
      description,
      version,
      sources: sources.map(({ name, files, required, columns }) => ({
        source: name,
        files,
        required,
        columns: columns.map((column) => ({
          name: column.name,
          header: column.header,
          type: column.type.kind,
          required: column.required,
        })),
      })),
    }));
    process.stdout.write(jsonText(list));
    return;
  }
  for (const { id, title, description, sources } of known) {
    process.stdout.write(`${id}\n  ${title}. ${description}\n`);
    const width = Math.max(...sources.map(({ name }) => name.length));
    for (const { name, files, required } of sources) {
      process.stdout.write(`  ${name.padEnd(width)}  ${files[0]}${required ? '' : ' (optional)'}\n`);
    }
    process.stdout.write('\n');
  }
}
