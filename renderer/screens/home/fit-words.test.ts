import { expect, test } from 'vitest';
import type { FileFit } from '../../../electron/contract/recipe-fits.ts';
import { fitWords, unreadableProblem, whyAsked } from './fit-words.ts';

const SALES: FileFit = {
  ...{ name: 'shop.csv', source: 'sales', taken: true, found: 4, columns: 4 },
  ...{ missing: [], ambiguous: [], suggestions: [] },
};

test.each<[string, Partial<FileFit>]>([
  ['4 of 4 columns of sales.', {}],
  ['3 of 4 columns of sales; missing: Customer ID.', { taken: false, found: 3, missing: ['Customer ID'] }],
  [
    'No column of sales; missing: Date, Sales. “Day” may be Date.',
    {
      ...{ taken: false, found: 0, missing: ['Date', 'Sales'] },
      suggestions: [{ header: 'Day', column: 'Date' }],
    },
  ],
  ['None of its columns.', { taken: false, found: 0, missing: ['Date', 'Sales'] }],
  ['4 of 4 columns of sales; several headers mean Date.', { taken: false, ambiguous: ['Date'] }],
  ['4 of 4 columns of sales; in Files you say whether it is that.', { taken: false }],
])('what of a file fits is said: %s', (words, fit) => {
  expect(fitWords({ ...SALES, ...fit })).toBe(words);
});

test.each<[string, readonly string[], readonly (readonly FileFit[])[]]>([
  ['2 recipes take this file as it is.', ['a'], [[SALES], [SALES]]],
  ['No recipe takes this file as it is.', ['a'], [[{ ...SALES, taken: false }]]],
  ['No recipe takes all of these files as they are.', ['a', 'b'], [[SALES, { ...SALES, taken: false }]]],
  ['No recipe knows a column of this file.', ['a'], [[{ ...SALES, taken: false, found: 0 }]]],
])('why the user is asked is said: %s', (words, files, fits) => {
  const recipes = fits.map((each) => ({
    ...{ recipe: 'sales', title: 'Sales', takesAll: each.every(({ taken }) => taken), files: each },
  }));
  const asked = whyAsked({ workspace: null, chosen: null, recipes, files, unreadable: [] });
  expect(asked.slice(0, words.length)).toBe(words);
});

test('of one file that cannot be read is said what to do, of many what the first are', () => {
  const unreadable = ['a', 'b', 'c', 'd'].map((name) => ({
    ...{ name, problem: `${name} is empty.`, nextStep: 'Export it again.' },
  }));
  expect(unreadableProblem(unreadable.slice(0, 1))).toMatchObject({
    ...{ message: 'a is empty.', nextStep: 'Export it again.' },
  });
  expect(unreadableProblem(unreadable)).toMatchObject({
    ...{ message: '4 files cannot be read.', nextStep: 'a is empty. b is empty. c is empty. And 1 more.' },
  });
});
