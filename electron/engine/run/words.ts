/** A whole number as a person reads it: 1,981. */
export function whole(value: number): string {
  // Not by toLocaleString: loading what it knows of all languages takes longer than many a step of a run.
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 record`, `1,981 records`. */
export function counted(value: number, noun: string): string {
  return `${whole(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** Names in a row: `a`, `a and b`, `a, b and c`. */
export function namedTogether(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
