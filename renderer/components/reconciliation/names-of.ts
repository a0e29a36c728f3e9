const AND = new Intl.ListFormat('en', { type: 'conjunction' });

/** Names one after the other: "a, b and c". */
export function namesOf(names: readonly string[]): string {
  return AND.format(names);
}
