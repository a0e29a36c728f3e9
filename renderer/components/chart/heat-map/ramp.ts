import type { Tone } from '../palette.ts';

/** The colours of cells from the least value to the most, one hue that goes steadily away from the window's ground. */
export const RAMP: readonly Tone[] = [
  { light: '#dff0f6', dark: '#163138' },
  { light: '#bbdae3', dark: '#204752' },
  { light: '#94c5d3', dark: '#285f6d' },
  { light: '#6bb0c3', dark: '#327789' },
  { light: '#429ab1', dark: '#4290a5' },
  { light: '#157d96', dark: '#58a9bf' },
  { light: '#006d83', dark: '#77c1d7' },
  { light: '#005669', dark: '#9ed9ea' },
  { light: '#003f4d', dark: '#caeffb' },
];

const [DARK_INK, LIGHT_INK] = ['#10171b', '#ffffff'];
/** The first step on which text is light where the window is, and dark where it is dark. */
const [LIGHT_TURN, DARK_TURN] = [5, 4];

/** The colour of text on a step of the ramp. */
export function inkOf(step: number): Tone {
  return {
    light: step < LIGHT_TURN ? DARK_INK : LIGHT_INK,
    dark: step < DARK_TURN ? LIGHT_INK : DARK_INK,
  };
}
