import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';

/** Checks that stages which a recipe names hold those of its rules, in their order; throws a Failure with file and line. */
export function checkStages(document: RecipeDocument): void {
  const { stages, rules } = document.value;
  if (!stages) return;
  const names = stages.map(({ stage }) => stage);
  requireUnique(document, ['stages'], names, 'stage');
  let last = 0;
  rules.forEach(({ stage }, index) => {
    const path = ['rules', index, 'stage'];
    requireKnown(document, path, stage, names.slice(1), 'a stage after the first');
    const position = names.indexOf(stage);
    if (position < last) {
      const what = `the stage ${stage} stands before ${names[last]} among the stages, and its rule after that of ${names[last]}.`;
      throw failureAt(document.at(path), what, 'Bring rules and stages into the same order.');
    }
    last = position;
  });
}
