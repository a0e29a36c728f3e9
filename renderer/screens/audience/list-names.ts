/** Names the list of those who were kept out; no output can have a name with a hyphen. */
export const KEPT_OUT = 'kept-out';

/** An output's name as words: `total_by_state` is "Total by state". */
export function listTitle(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
