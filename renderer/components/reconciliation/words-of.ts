/** A name of the recipe's as words: `no_email_consent` is "No email consent". */
export function wordsOf(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
