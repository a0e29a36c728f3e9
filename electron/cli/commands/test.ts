import { testRecipe } from '../../engine/recipe-test/test-recipe.ts';
import { EXIT } from '../exit.ts';
import { readRecipe } from '../read-recipe.ts';
import { counted, styled } from '../render/text.ts';

/** `muster test`; returns the exit code. */
export async function test(recipeName: string): Promise<number> {
  const recipe = readRecipe(recipeName);
  let failed = 0;
  const results = await testRecipe(recipe);
  for (const { name, differences } of results) {
    const passed = differences.length === 0;
    if (!passed) failed++;
    process.stdout.write(`${passed ? styled('green', '✓') : styled('red', '✗')} ${name}\n`);
    for (const difference of differences) process.stdout.write(`${difference.replace(/^/gm, '    ')}\n`);
  }
  process.stdout.write(
    failed === 0
      ? `${recipe.id}: ${counted(results.length, 'case')} passed.\n`
      : `${recipe.id}: ${failed} of ${counted(results.length, 'case')} failed.\n`,
  );
  return failed === 0 ? EXIT.finished : EXIT.failed;
}
