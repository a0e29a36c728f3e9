import { requireUnique } from './name-checks.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';

/** Checks the order of the stages and the names of rules and reasons; throws a Failure with file and line. */
export function checkRules(document: RecipeDocument): void {
  const { rules, stages } = document.value;
  const finished = new Set<string>();
  rules.forEach(({ stage, reasons }, index) => {
    const before = rules[index - 1]?.stage;
    if (before !== undefined && before !== stage) finished.add(before);
    const place = document.at(['rules', index, 'stage']);
    if (stage === 'population' && !stages) {
      const what = 'a stage cannot be called population: that is the one before all rules.';
      throw failureAt(place, what, 'Give it another name.');
    }
    if (finished.has(stage)) {
      const what = `the stage ${stage} comes a second time, after other stages.`;
      throw failureAt(place, what, 'Put the rules of a stage one after the other.');
    }
    if (Array.isArray(reasons)) requireUnique(document, ['rules', index, 'reasons'], reasons);
  });
  const names = rules.map(({ stage, rule = stage }) => rule);
  requireUnique(document, ['rules'], names, 'rule');
}
