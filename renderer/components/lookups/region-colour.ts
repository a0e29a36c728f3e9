import { SERIES, seriesColour } from '../chart/palette.ts';

/** The light colour behind the cells of a region by its place; beyond the colours of series those come again, stronger. None below 0. */
export function regionColour(index: number): string | undefined {
  if (index < 0) return undefined;
  const strength = 18 + 16 * Math.floor(index / SERIES.length);
  return `color-mix(in srgb, ${seriesColour(index % SERIES.length)} ${Math.min(strength, 46)}%, var(--muster-raised))`;
}
