import { MARK_PARAMETERS } from './mark-parameters.ts';
import { requireKnown, requireUnique } from './name-checks.ts';
import { allowedValues, readParameter } from './parameters.ts';
import { failureAt } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { RecipeYaml } from './schema.ts';
import type { YamlPath } from './yaml-document.ts';

/** Checks parameters, their defaults and the dates; throws a Failure with file and line. */
export function checkParameters(document: RecipeDocument): void {
  const { params = {}, dates = {}, diagnostics, insights } = document.value;
  const asOf = new Map([['as_of', 'the as-of date']]);
  const ofMarks = insights.some((insight) => 'records' in insight && insight.records !== undefined)
    ? MARK_PARAMETERS
    : [];
  const fixed = new Map([...asOf, ...ofMarks.map((name) => [name, "a part of an insight's mark"] as const)]);
  const withParams = declare(document, ['params'], Object.keys(params), 'a parameter', fixed);
  const taken = declare(document, ['dates'], Object.keys(dates), 'a date', withParams);
  checkProfileKey(document, Object.keys(params), Object.keys(dates));
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

/** The queries of a profile bind the columns of the key, so that nothing else of the recipe may have their names. */
function checkProfileKey(
  document: RecipeDocument,
  params: readonly string[],
  dates: readonly string[],
): void {
  const { key, profile } = document.value;
  if (profile.length === 0) return;
  const bound = new Map(key.map((name) => [name, 'a column of the key, which the profile binds,'] as const));
  declare(document, ['params'], params, 'a parameter', bound);
  declare(document, ['dates'], dates, 'a date', bound);
  const asOf = key.indexOf('as_of');
  if (asOf < 0) return;
  const what = 'the key has as_of, which queries of a profile bind as the as-of date already.';
  throw failureAt(document.at(['key', asOf]), what, 'Give the column another name.');
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
  for (const [name, { type, values, warns }] of Object.entries(params)) {
    checkValues(document, [...path, name], type, values, warns);
    const text = document.textAt([...path, name, 'default']);
    if (text === undefined || readParameter({ type, values }, text) !== undefined) continue;
    throw failureAt(
      document.at([...path, name, 'default']),
      `the default of ${name} is ${JSON.stringify(text)}; allowed: ${allowedValues({ type, values })}.`,
      'Correct it.',
    );
  }
}

/** Values are listed, and warned of, for texts alone. */
function checkValues(
  document: RecipeDocument,
  path: YamlPath,
  type: string,
  values: readonly string[] | undefined,
  warns: Readonly<Record<string, string>> | undefined,
): void {
  for (const [key, given] of Object.entries({ values, warns })) {
    if (given === undefined || type === 'text') continue;
    const what = `${key} is only for parameters of the type text, and ${String(path.at(-1))} is of the type ${type}.`;
    throw failureAt(document.atKey([...path, key]), what, `Remove ${key}, or change the type.`);
  }
  if (values) requireUnique(document, [...path, 'values'], values);
  for (const value of Object.keys(warns ?? {})) {
    requireKnown(document, [...path, 'warns', value], value, values ?? [value], 'one of its values');
  }
}
