/** A text in the cases in which it may stand: SQLite's like knows the case of ASCII letters only. */
export function formsOf(text: string): readonly string[] {
  if (!/[^\p{ASCII}]/u.test(text)) return [text];
  const capitalised = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  return [...new Set([text, text.toLowerCase(), text.toUpperCase(), capitalised])];
}

/** A text as part of a pattern of SQLite's like, with `\` as the escape: each character stands for itself. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
