import type { Recipe, Rule } from './recipe.ts';

/** A stage with its rules; `first` is the position of its first rule, or of the one that would follow. */
export interface StageRules {
  readonly stage: string;
  readonly first: number;
  readonly rules: readonly Rule[];
}

/** The stages of a recipe in order, each with its rules; the first, by which entities enter, has none. */
export function stageRules({ stages, rules }: Recipe): readonly StageRules[] {
  let first = 0;
  return stages.map(({ stage }, index) => {
    const own = index === 0 ? [] : rules.filter((rule) => rule.stage === stage);
    const at = first;
    first += own.length;
    return { stage, first: at, rules: own };
  });
}
