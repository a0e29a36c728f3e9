import type {
  FileFit,
  RecipeFit,
  RecipesForFiles,
  UnreadableFile,
} from '../../../electron/contract/recipe-fits.ts';
import { Problem } from '../../api/problem.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';

/** No more files than this are named by a notice. */
const MOST_NAMED = 3;

/** What of a file fits a recipe: "3 of 4 columns of sales; missing: Customer ID." */
export function fitWords(fit: FileFit): string {
  const { source, taken, found, columns, missing, ambiguous, suggestions } = fit;
  const hints = suggestions.map(({ header, column }) => ` “${header}” may be ${column}.`).join('');
  if (found === 0 && hints === '') return 'None of its columns.';
  const counted =
    found === 0
      ? `No column of ${source}`
      : `${formatCount(found)} of ${formatMany(columns, 'column')} of ${source}`;
  if (missing.length > 0) return `${counted}; missing: ${missing.join(', ')}.${hints}`;
  if (ambiguous.length > 0) return `${counted}; several headers mean ${ambiguous.join(', ')}.`;
  return taken ? `${counted}.` : `${counted}; in Files you say whether it is that.`;
}

/** Why the user is asked which recipe it is to be. */
export function whyAsked({ recipes, files }: RecipesForFiles): string {
  const isOne = files.length === 1;
  const takers = recipes.filter(({ takesAll }) => takesAll).length;
  if (takers > 1) {
    return `${formatMany(takers, 'recipe')} take ${isOne ? 'this file as it is' : 'these files as they are'}.`;
  }
  const first = recipes[0];
  const why =
    first && hasSomething(first)
      ? `No recipe takes ${isOne ? 'this file as it is' : 'all of these files as they are'}.`
      : `No recipe knows a column of ${isOne ? 'this file' : 'these files'}.`;
  return `${why} Whichever you choose: what does not fit it waits in Files, where you say which column is which.`;
}

/** Whether a recipe finds in any of the files a column, or a header that may stand for one. */
export function hasSomething({ files }: RecipeFit): boolean {
  return files.some(({ found, suggestions }) => found > 0 || suggestions.length > 0);
}

/** What is wrong with files that cannot be read. */
export function unreadableProblem(unreadable: readonly UnreadableFile[]): Problem {
  const [first, ...others] = unreadable;
  if (first && others.length === 0) return new Problem(first.problem, first.nextStep);
  const named = unreadable.slice(0, MOST_NAMED).map(({ problem }) => problem);
  const rest = unreadable.length - named.length;
  return new Problem(
    `${formatMany(unreadable.length, 'file')} cannot be read.`,
    [...named, ...(rest > 0 ? [`And ${formatCount(rest)} more.`] : [])].join(' '),
  );
}
