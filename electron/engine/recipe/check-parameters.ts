import { requireKnown } from './name-checks.ts';
import { allowedValues, readParameter } from './parameters.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { YamlPath } from './yaml-document.ts';

/** Checks parameters, their defaults and the dates; throws a Failure with file and line. */
export function checkParameters(document: RecipeDocument): void {
  const { params = {}, dates = {}, diagnostics } = document.value;
  const taken = new Map([['as_of', 'the as-of date']]);
  const declare = (path: YamlPath, name: string, what: string) => {
    const before = taken.get(name);
    if (before)
      throw failureAt(
        document.atKey(path),
        `the name ${name} is that of ${before} already.`,
        'Give it another name.',
      );
    taken.set(name, what);
  };
  for (const name of Object.keys(params)) declare(['params', name], name, 'a parameter');
  for (const name of Object.keys(dates)) declare(['dates', name], name, 'a date');
  checkDefaults(document, []);
  const integers = Object.keys(params).filter((name) => params[name]?.type === 'integer');
  for (const [name, { minus_days }] of Object.entries(dates)) {
    if (typeof minus_days === 'string')
      requireKnown(document, ['dates', name, 'minus_days'], minus_days, integers, 'an integer parameter');
  }
  diagnostics.forEach(({ params: own = {} }, index) => {
    for (const name of Object.keys(own)) {
      const before = taken.get(name);
      const place = document.atKey(['diagnostics', index, 'params', name]);
      if (before)
        throw failureAt(place, `the name ${name} is that of ${before} already.`, 'Give it another name.');
    }
    checkDefaults(document, ['diagnostics', index]);
  });
}

function checkDefaults(document: RecipeDocument, owner: YamlPath): void {
  const params =
    owner.length === 0 ? document.value.params : document.value.diagnostics[Number(owner[1])]?.params;
  for (const [name, { type }] of Object.entries(params ?? {})) {
    const path = [...owner, 'params', name, 'default'];
    const text = document.textAt(path);
    if (
      text === undefined ||
      params?.[name]?.default === undefined ||
      readParameter(type, text) !== undefined
    )
      continue;
    throw failureAt(
      document.at(path),
      `the default of ${name} is ${JSON.stringify(text)}; allowed: ${allowedValues(type)}.`,
      'Correct it.',
    );
  }
}
