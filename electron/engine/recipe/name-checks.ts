import { didYouMean, failureAt, listed, repeated } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { YamlPath } from './yaml-document.ts';

/** Throws unless a name is among those that are allowed. */
export function requireKnown(
  document: RecipeDocument,
  path: YamlPath,
  name: string,
  allowed: readonly string[],
  what: string,
): void {
  if (allowed.includes(name)) return;
  const field = path.findLast((step) => typeof step === 'string');
  throw failureAt(
    document.at(path),
    `${String(field)} names "${name}", which is not ${what}; allowed: ${listed(allowed)}.`,
    didYouMean(name, allowed, 'Name one of these.'),
  );
}

/** Throws where a list holds the same name twice; `field` is the key that holds the name of a list's item. */
export function requireUnique(
  document: RecipeDocument,
  path: string | YamlPath,
  names: readonly string[],
  field?: string,
): void {
  const twice = repeated(names);
  if (!twice) return;
  const list = typeof path === 'string' ? [path] : path;
  const at = field === undefined ? [...list, twice.index] : [...list, twice.index, field];
  throw failureAt(
    document.at(at),
    `${String(list.at(-1))} has "${twice.item}" twice.`,
    'Give one of them another name.',
  );
}
