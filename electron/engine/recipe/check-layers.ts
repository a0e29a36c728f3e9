import { requireKnown, requireUnique } from './name-checks.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { YamlPath } from './yaml-document.ts';

/** Checks that tables and outputs stand in layers that there are, in their order; throws a Failure with file and line. */
export function checkLayers(document: RecipeDocument): void {
  const { layers = [], tables, outputs } = document.value;
  requireUnique(document, ['layers'], layers);
  checkOrder(document, ['tables'], layers, tables);
  checkOrder(document, ['outputs'], layers, outputs);
  outputs.forEach(({ delivers, layer }, index) => {
    if (!delivers || layer === undefined || layer === layers.at(-1)) return;
    const what = `an output that delivers stands in the layer ${layer}; whom it delivers is known in the last, ${layers.at(-1)}.`;
    throw failureAt(document.at(['outputs', index, 'layer']), what, 'Remove its layer.');
  });
}

function checkOrder(
  document: RecipeDocument,
  path: YamlPath,
  layers: readonly string[],
  steps: readonly { readonly layer?: string | undefined }[],
): void {
  let last = 0;
  steps.forEach(({ layer = layers.at(-1) }, index) => {
    if (layer === undefined) return;
    const here = [...path, index, 'layer'];
    if (layers.length === 0) {
      const what = `layer names "${layer}", and the recipe has no layers.`;
      throw failureAt(document.at(here), what, 'Name them under layers, in their order.');
    }
    requireKnown(document, here, layer, layers, 'a layer');
    const position = layers.indexOf(layer);
    if (position < last) {
      const what = `${String(path[0])} of the layer ${layer} are made before those of ${layers[last]}, and one stands behind them.`;
      throw failureAt(document.at([...path, index]), what, 'Bring them into the order of the layers.');
    }
    last = position;
  });
}
