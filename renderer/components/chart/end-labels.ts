import type { Drawing } from './drawing.ts';
import { textScale } from './text-scale.ts';

/** How near two ends may be, as a share of the highest figure, before their names would overlap. */
const NEAREST = 0.08;
/** About the width of a character, in pixels where text has its usual size. */
const CHARACTER = 6.5;

/** The keys of the lines that have their name written at their end: all, or none where names would overlap. */
export function endLabels({ series, places }: Drawing): ReadonlySet<string> {
  const last = places.at(-1);
  if (!last || series.length < 2) return new Set();
  const highest = Math.max(...places.flatMap(({ values }) => Object.values(values)), 1);
  const ends = series.map(({ key }) => last.values[key] ?? Number.NaN).sort((a, b) => a - b);
  const clear = ends.every((end, index) => index === 0 || end - (ends[index - 1] ?? 0) >= highest * NEAREST);
  return new Set(clear ? series.map(({ key }) => key) : []);
}

/** The space at the right that the names take, in pixels. */
export function endLabelSpace({ series }: Drawing, ends: ReadonlySet<string>): number {
  const longest = Math.max(0, ...series.filter(({ key }) => ends.has(key)).map(({ label }) => label.length));
  return 16 + Math.ceil(longest * CHARACTER * textScale());
}
