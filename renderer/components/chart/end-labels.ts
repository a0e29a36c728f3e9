import type { Drawing } from './drawing.ts';
import { textScale } from './text-scale.ts';

/** How near two ends may be, as a share of all that the axis shows, before their names would overlap. */
const NEAREST = 0.08;
/** About the width of a character, in pixels where text has its usual size. */
const CHARACTER = 6.5;

/** Where each line ends that has its name written there, by its key: all lines, or none where names would overlap. */
export function endLabels({ series, places }: Drawing): ReadonlyMap<string, number> {
  if (series.length < 2) return new Map();
  const values = places.flatMap((place) => Object.values(place.values));
  const shown = Math.max(...values, 0) - Math.min(...values, 0) || 1;
  const ends = series
    .map(({ key }) => ({ key, at: places.findLastIndex((place) => place.values[key] !== undefined) }))
    .map(({ key, at }) => ({ key, at, value: places[at]?.values[key] ?? Number.NaN }))
    .sort((a, b) => a.value - b.value);
  const clear = ends.every(
    ({ value }, index) => index === 0 || value - (ends[index - 1]?.value ?? 0) >= shown * NEAREST,
  );
  return new Map(clear ? ends.map(({ key, at }) => [key, at]) : []);
}

/** The space at the right that names take, in pixels. */
export function endLabelSpace({ series }: Drawing, named: (key: string) => boolean): number {
  const longest = Math.max(0, ...series.filter(({ key }) => named(key)).map(({ label }) => label.length));
  return 16 + Math.ceil(longest * CHARACTER * textScale());
}
