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

/** These Greek letters have an iota below, which capitals of whole words write behind: in a title it stays below. */
const WITH_IOTA_BELOW = /\u0345$/u;

function capital(letter: string): string {
  // The letters of today's Georgian begin no word in another way.
  if (letter >= 'ა' && letter <= 'ჿ') return letter;
  const apart = letter.normalize('NFD');
  if (WITH_IOTA_BELOW.test(apart))
    return `${apart.replace(WITH_IOTA_BELOW, '').toUpperCase()}\u0345`.normalize('NFC');
  const all = [...letter.toUpperCase()];
  // What has no case, as the apostrophe of ŉ, stands before the capital.
  const at = all.findIndex((one) => one !== one.toLowerCase());
  const first = all.slice(0, at + 1).join('');
  return (
    (DIGRAPHS.get(first) ?? first) +
    all
      .slice(at + 1)
      .join('')
      .toLowerCase()
  );
}
