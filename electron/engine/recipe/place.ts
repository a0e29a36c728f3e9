import { Failure } from '../failure.ts';
import { suggest } from '../suggest.ts';

/** A line of a recipe's file, as a failure names it. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What is wrong at a place of a recipe, and what to do. */
export function failureAt({ file, line }: Place, what: string, nextStep: string): Failure {
  return new Failure(`${file}:${line}: ${what}`, nextStep);
}

/** The next step for a name that is not among the allowed: the nearest of them, or other advice. */
export function didYouMean(name: string, allowed: Iterable<string>, otherwise: string): string {
  const near = suggest(name, allowed);
  return near === undefined ? otherwise : `Did you mean "${near}"?`;
}

/** How many names a sentence holds before it is cut short: a wide source has hundreds of columns. */
const MOST_LISTED = 40;

/** Names as a sentence lists them. */
export function listed(names: Iterable<string>): string {
  const all = [...names];
  if (all.length === 0) return 'none';
  const more = all.length - MOST_LISTED;
  return more > 0 ? `${all.slice(0, MOST_LISTED).join(', ')} and ${more} more` : all.join(', ');
}

/** The first item that stands in a list a second time, with its index there. */
export function repeated<T>(items: readonly T[]): { readonly item: T; readonly index: number } | undefined {
  const index = items.findIndex((item, at) => items.indexOf(item) < at);
  return index < 0 ? undefined : { item: items[index] as T, index };
}
