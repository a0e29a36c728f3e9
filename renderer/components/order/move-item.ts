/** A list with one of its items at another place, counted from 0; beyond an end is at that end. */
export function moveItem<Item>(items: readonly Item[], item: Item, to: number): readonly Item[] {
  const others = items.filter((each) => each !== item);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), item, ...others.slice(place)];
}
