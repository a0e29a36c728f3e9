import type { Recipe } from '../recipe/recipe.ts';

/** What of a recipe a run makes. */
export interface RunScope {
  readonly layers: readonly string[];
  /** Whether it goes through to the end: only then are there a population, rules and controls. */
  readonly isWhole: boolean;
}

/** The layers of a run, up to the named one; without a name all of them. */
export function runScope({ layers }: Recipe, until?: string): RunScope {
  const end = until === undefined ? layers.length : layers.indexOf(until) + 1;
  return { layers: layers.slice(0, end), isWhole: end === layers.length };
}

/** The tables or outputs that stand in these layers. */
export function inLayers<Step extends { readonly layer: string }>(
  steps: readonly Step[],
  layers: readonly string[],
): readonly Step[] {
  return steps.filter(({ layer }) => layers.includes(layer));
}
