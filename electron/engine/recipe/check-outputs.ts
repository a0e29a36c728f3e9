import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';

/** Checks the files of the outputs and which of them deliver; throws a Failure with file and line. */
export function checkOutputs(document: RecipeDocument): void {
  const { outputs, dropouts } = document.value;
  if (dropouts.startsWith('rejected-')) {
    const what = `dropouts is ${dropouts}, a name for the files of rejected records.`;
    throw failureAt(document.at(['dropouts']), what, 'Give the file another name.');
  }
  outputs.forEach(({ file }, index) => {
    if (file !== dropouts && !file.startsWith('rejected-')) return;
    const what = `${file} is a file that every run writes itself.`;
    throw failureAt(document.at(['outputs', index, 'file']), what, 'Give the output another name.');
  });
  outputs.forEach(({ delivers, written }, index) => {
    if (!delivers || written) return;
    const what = 'an output that delivers is written.';
    throw failureAt(document.atKey(['outputs', index, 'written']), what, 'Remove written: false.');
  });
  outputs.forEach(({ file, team, also, written }, index) => {
    if (written || (team === undefined && also.length === 0)) return;
    const what = `${file} is a list of the app alone, of which no file is written.`;
    const key = team === undefined ? 'also' : 'team';
    throw failureAt(document.atKey(['outputs', index, key]), what, `Remove ${key}, or written: false.`);
  });
  if (outputs.some(({ delivers }) => delivers)) return;
  const nextStep = 'Add delivers: true to the output whose rows are the delivery.';
  throw failureAt(document.at(['outputs']), 'no output delivers; one must.', nextStep);
}
