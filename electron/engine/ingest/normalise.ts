import type { ReadValue } from './values.ts';

/** What a recipe may name to have the texts of a column made alike. */
export const NORMALISERS = ['lower', 'upper', 'title', 'single_spaces', 'nfc'] as const;

export type Normaliser = (typeof NORMALISERS)[number];

/** One text made like others of its kind, in any script. */
export function normalise(text: string, by: Normaliser): string {
  switch (by) {
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'title':
      return titleCase(text);
    case 'single_spaces':
      return text.replace(/\s+/gu, ' ').trim();
    case 'nfc':
      return text.normalize('NFC');
  }
}

/** Letters that follow one another; marks belong to the letter before them. */
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** The first letter of every run of letters in upper case, the others in lower case: `O'Neil-Smith`. */
export function titleCase(text: string): string {
  return text.replace(WORD, (word) => {
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    // Of the whole word, as a last sigma is written in another way than one within.
    return titleLetter(first) + word.toLowerCase().slice(first.toLowerCase().length);
  });
}

/** Digraphs of one code point have a third case: https://www.unicode.org/Public/UCD/latest/ucd/UnicodeData.txt, category Lt. */
const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ['Ǆ', 'ǅ'],
  ['Ǉ', 'ǈ'],
  ['Ǌ', 'ǋ'],
  ['Ǳ', 'ǲ'],
]);

function titleLetter(letter: string): string {
  const upper = letter.toUpperCase();
  const digraph = DIGRAPHS.get(upper) ?? (DIGRAPHS_IN_TITLE.has(letter) ? letter : undefined);
  if (digraph !== undefined) return digraph;
  // One letter may become several (ß, ﬁ): only the first of them is upper.
  const [first = '', ...rest] = upper;
  return first + rest.join('').toLowerCase();
}

const DIGRAPHS_IN_TITLE: ReadonlySet<string> = new Set(DIGRAPHS.values());

/** A reader whose texts are made alike, one way after the other. */
export function normalisedReader(read: ReadValue, by: readonly Normaliser[] = []): ReadValue {
  if (by.length === 0) return read;
  return (text) => {
    const value = read(text);
    return typeof value === 'string' ? by.reduce(normalise, value) : value;
  };
}
