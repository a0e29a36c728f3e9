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

/** Alphabets of one case alone in titles: https://www.unicode.org/Public/UCD/latest/ucd/UnicodeData.txt gives these letters no other. */
const GEORGIAN = /[\u10d0-\u10ff]/u;

/** Both letters of these are in one code point, as in `ǆ`, and their third case is as in `ǅ`: the same source, category Lt. */
const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ['Ǆ', 'ǅ'],
  ['Ǉ', 'ǈ'],
  ['Ǌ', 'ǋ'],
  ['Ǳ', 'ǲ'],
]);

/** The iota below a Greek vowel: it becomes a letter of its own in upper case, and stays what it is in title case. */
const IOTA_BELOW = '\u0345';

function titleLetter(letter: string): string {
  // Most are, and what follows takes half as long as all else of a name.
  if (letter < '\u0080') return letter.toUpperCase();
  if (GEORGIAN.test(letter)) return letter;
  const digraph = DIGRAPHS.get(letter.toUpperCase());
  if (digraph !== undefined) return digraph;
  const parts = letter.normalize('NFD');
  if (parts.endsWith(IOTA_BELOW)) return `${parts.slice(0, -1).toUpperCase()}${IOTA_BELOW}`.normalize('NFC');
  // One letter may become several (ß, ﬁ, ŉ): only the first of them that has a case is upper.
  return letter.toUpperCase().replace(/(?<=\p{Lu}).+/su, (rest) => rest.toLowerCase());
}

/** A reader whose texts are made alike, one way after the other. */
export function normalisedReader(read: ReadValue, by: readonly Normaliser[] = []): ReadValue {
  if (by.length === 0) return read;
  return (text) => {
    const value = read(text);
    return typeof value === 'string' ? by.reduce(normalise, value) : value;
  };
}
