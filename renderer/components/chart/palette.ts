/** A colour in light and in dark. */
export interface Tone {
  readonly light: string;
  readonly dark: string;
}

/**
 * The colours of series, in the order of their use. Each stands out from the window by 3:1 at least, and from every other also
 * where red, green or blue is not seen; `palette.test.ts` holds them to it.
 */
export const SERIES: readonly Tone[] = [
  { light: '#0b6f89', dark: '#63b9d1' },
  { light: '#da7306', dark: '#e2d552' },
  { light: '#272aa5', dark: '#8b50ad' },
  { light: '#6178f7', dark: '#7ae9ce' },
  { light: '#b84412', dark: '#4d7002' },
  { light: '#591559', dark: '#6990e2' },
  { light: '#2a3201', dark: '#b79d2b' },
];

/** The colour of all series together that have none of their own. */
export const OTHERS: Tone = { light: '#8a949c', dark: '#7d868d' };

/** The CSS colour of the series at a place; beyond the last it is that of the others. */
export function seriesColour(index: number): string {
  return cssColour(SERIES[index] ?? OTHERS);
}

/** A tone as CSS has it: of both colours that of the window's scheme. */
export function cssColour({ light, dark }: Tone): string {
  return `light-dark(${light}, ${dark})`;
}
