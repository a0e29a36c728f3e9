import { formatCount } from '../format/numbers.ts';

/** A count with the user's grouping, in figures of one width. */
export function Figure({ of }: { readonly of: number }) {
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{formatCount(of)}</span>;
}
