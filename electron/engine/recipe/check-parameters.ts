import { MARK_PARAMETERS } from './mark-parameters.ts';
import { requireKnown } from './name-checks.ts';
import { allowedValues, readParameter } from './parameters.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { RecipeYaml } from './schema.ts';
import type { YamlPath } from './yaml-document.ts';

/** Checks parameters, their defaults and the dates; throws a Failure with file and line. */
export function checkParameters(document: RecipeDocument): void {
  const { params = {}, dates = {}, diagnostics, insights } = document.value;
  const asOf = new Map([['as_of', 'the as-of date']]);
  const ofMarks = insights.some(({ records }) => records !== undefined) ? MARK_PARAMETERS : [];
  const fixed = new Map([...asOf, ...ofMarks.map((name) => [name, "a part of an insight's mark"] as const)]);
  const withParams = declare(document, ['params'], Object.keys(params), 'a parameter', fixed);
  const taken = declare(document, ['dates'], Object.keys(dates), 'a date', withParams);
  checkDefaults(document, ['params'], params);
  const integers = Object.keys(params).filter((name) => params[name]?.type === 'integer');
  for (const [name, { minus_days }] of Object.entries(dates)) {
    if (typeof minus_days === 'number') continue;
    requireKnown(document, ['dates', name, 'minus_days'], minus_days, integers, 'an integer parameter');
  }
  diagnostics.forEach(({ params: own = {}, warns }, index) => {
    const path = ['diagnostics', index, 'params'];
    if (warns && Object.keys(own).length > 0) {
      const what = 'a diagnostic that warns has params, for which nobody asks during a run.';
      throw failureAt(document.atKey(path), what, 'Remove one of them.');
    }
    declare(document, path, Object.keys(own), 'a parameter', taken);
    checkDefaults(document, path, own);
  });
}

/** Adds names to those that are taken; throws where one is taken already. */
function declare(
  document: RecipeDocument,
  path: YamlPath,
  names: readonly string[],
  what: string,
  taken: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  for (const name of names) {
    const before = taken.get(name);
    if (before === undefined) continue;
    const place = document.atKey([...path, name]);
    throw failureAt(place, `the name ${name} is that of ${before} already.`, 'Give it another name.');
  }
  return new Map([...taken, ...names.map((name) => [name, what] as const)]);
}

function checkDefaults(
  document: RecipeDocument,
  path: YamlPath,
  params: NonNullable<RecipeYaml['params']>,
): void {
  for (const [name, { type }] of Object.entries(params)) {
    const text = document.textAt([...path, name, 'default']);
    if (text === undefined || readParameter(type, text) !== undefined) continue;
    throw failureAt(
      document.at([...path, name, 'default']),
      `the default of ${name} is ${JSON.stringify(text)}; allowed: ${allowedValues(type)}.`,
      'Correct it.',
    );
  }
}
