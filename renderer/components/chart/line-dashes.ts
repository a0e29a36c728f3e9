import type { Series } from './series.ts';

const DASHES = ['', '7 4', '2 3', '10 3 2 3'];

/** How the line of a series is dashed, so that colour is not the only sign. */
export function lineDash({ colour, isLine }: Series): string {
  return isLine ? '5 4' : (DASHES[colour % DASHES.length] ?? '');
}
