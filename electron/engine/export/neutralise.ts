/** Where a program may see a new cell or line, whatever the quotes say: some split at semicolons, some at tabs. */
const SEPARATOR = /([;\t\r\n])/;

/** What may make a formula: the first visible character is a sign, also in its full-width forms. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

/** Whether any of it is worth a closer look. */
const SUSPICIOUS = /(?:^|[;\t\r\n])[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;

/** A number with its sign: `-12.50`, `+3`, `-1.234,56`, `-5 %`. */
const SIGNED_NUMBER = /^\s*[+-]\d+(?:[.,]\d+)*(?: ?%)?\s*$/;

/** A telephone number of digits, spaces and brackets: `+44 (0)20 7946 0000`. With a dash or slash it would be worked out. */
const PHONE = /^\s*\+\d[\d ()]*$/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before whatever could begin one. Numbers with a sign and telephone
 * numbers stay as they are.
 */
export function neutralised(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  const safe = text.split(SEPARATOR).map(asText).join('');
  // A tab or line end at the start can get lost, and what follows is then the start.
  return /^[\t\r\n]/.test(safe) ? `'${safe}` : safe;
}

function asText(part: string): string {
  const isFormula = FORMULA.test(part) && !SIGNED_NUMBER.test(part) && !PHONE.test(part);
  return isFormula ? `'${part}` : part;
}
