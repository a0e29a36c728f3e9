import { didYouMean, failureAt, listed, repeated } from './place.ts';
import type { RecipeDocument } from './read-recipe-yaml.ts';
import type { YamlPath } from './yaml-document.ts';

/** Throws a Failure unless a name is among those that are allowed; `what` says what those are. */
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

/** Throws a Failure where a list names something twice; `field` is the key under which an item has its name. */
export function requireUnique(
  document: RecipeDocument,
  path: YamlPath,
  names: readonly string[],
  field?: string,
): void {
  const twice = repeated(names);
  if (!twice) return;
  const list = String(path.at(-1));
  if (field === undefined) {
    const place = document.at([...path, twice.index]);
    throw failureAt(place, `${list} has "${twice.item}" twice.`, 'Remove one of them.');
  }
  throw failureAt(
    document.at([...path, twice.index, field]),
    `${list}[${twice.index}] has the name "${twice.item}", as another has before it.`,
    `Give it a name of its own with ${field}.`,
  );
}
