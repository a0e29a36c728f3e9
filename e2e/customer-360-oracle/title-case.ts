/** Letters of two whose capital for the beginning of a word is another than that for a word in capitals. */
const DIGRAPHS: ReadonlyMap<string, string> = new Map([
  ['Ǆ', 'ǅ'],
  ['Ǉ', 'ǈ'],
  ['Ǌ', 'ǋ'],
  ['Ǳ', 'ǲ'],
]);

/** The first letter of every run of letters in capitals, the others small. */
export function titleCase(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}]*/gu, (run) => {
    const [first = ''] = run;
    // The whole run is made small, since the end of a word decides how a sigma is written.
    return capital(first) + run.toLowerCase().slice(first.toLowerCase().length);
  });
}

function capital(letter: string): string {
  const [first = '', ...others] = letter.toUpperCase();
  return (DIGRAPHS.get(first) ?? first) + others.join('').toLowerCase();
}
