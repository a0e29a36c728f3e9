import type { ReactElement } from 'react';
import { seriesColour } from './palette.ts';
import type { Series } from './series.ts';

/** What is drawn over a colour, by its place in the palette, in a square of eight pixels; so that colour is not the only sign. */
const STROKES = [
  '',
  'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4',
  'M1,4 h2 M5,0 h2 M5,8 h2',
  'M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4',
  'M0,4 h8',
  'M4,0 v8',
  'M0,0 l8,8 M0,8 l8,-8',
];

/** Patterns for the areas of series, to stand in a drawing's `defs` under ids that begin with `id`. */
export function areaPatterns(id: string, series: readonly Series[]): readonly ReactElement[] {
  return series.map(({ key, colour }) => (
    <pattern key={key} id={`${id}-${key}`} width={8} height={8} patternUnits="userSpaceOnUse">
      <rect width={8} height={8} style={{ fill: seriesColour(colour) }} />
      <path
        d={STROKES[colour] ?? ''}
        style={{ stroke: 'var(--muster-window)', strokeWidth: 1.25, strokeOpacity: 0.45, fill: 'none' }}
      />
    </pattern>
  ));
}

/** What fills the area of a series. */
export function patternFill(id: string, { key }: Series): string {
  return `url(#${id}-${key})`;
}
