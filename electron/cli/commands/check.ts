import { jsonText } from '../../engine/export/json-file.ts';
import { checkFiles } from '../../engine/run/check-files.ts';
import { EXIT } from '../exit.ts';
import { userPath } from '../place.ts';
import { terminalProgress } from '../progress.ts';
import { readRecipe } from '../read-recipe.ts';
import { renderCheck } from '../render/check.ts';

interface CheckOptions {
  readonly in: string;
  readonly json?: true;
}

/** `muster check`; returns the exit code. */
export async function check(recipeName: string, options: CheckOptions): Promise<number> {
  const recipe = readRecipe(recipeName);
  const progress = terminalProgress();
  const report = await checkFiles(recipe, userPath(options.in), progress.hear).finally(progress.end);
  process.stdout.write(options.json ? jsonText(report) : renderCheck(recipe, report));
  const balanced = report.sources.every(({ read, accepted, rejected }) => read === accepted + rejected);
  return balanced ? EXIT.finished : EXIT.notBalanced;
}
