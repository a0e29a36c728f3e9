/** A list in which each item stands as often as it is said to come up. Throws where none does. */
export function weighted<const Item>(
  ...shares: readonly (readonly [times: number, item: Item])[]
): readonly [Item, ...Item[]] {
  const [first, ...others] = shares.flatMap(([times, item]) => Array.from({ length: times }, () => item));
  if (first === undefined) throw new RangeError('A list to pick from must hold something.');
  return [first, ...others];
}
