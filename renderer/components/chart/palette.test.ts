import { expect, test } from 'vitest';
import { OTHERS, SERIES } from './palette.ts';
import { contrast, distance, EYES, GROUNDS, SCHEMES } from './testing/seen-colours.ts';

const CONTRAST = 3;
/** In OKLab; two greys of 55 and 65% are 0.1 apart. */
const APART = 0.11;

test.each(SCHEMES)('each colour stands out from the %s window', (scheme) => {
  for (const tone of [...SERIES, OTHERS]) {
    expect(contrast(tone[scheme], GROUNDS[scheme]), tone[scheme]).toBeGreaterThanOrEqual(CONTRAST);
  }
});

test.each(SCHEMES.flatMap((scheme) => Object.keys(EYES).map((eyes) => ({ scheme, eyes }))))(
  'all $scheme colours are told apart by eyes of the kind: $eyes',
  ({ scheme, eyes }) => {
    const colours = [...SERIES, OTHERS].map((tone) => tone[scheme]);
    for (const [index, one] of colours.entries()) {
      for (const other of colours.slice(index + 1)) {
        expect(distance(one, other, eyes), `${one} ${other}`).toBeGreaterThan(
          APART - (eyes === 'no blue' ? 0.03 : 0),
        );
      }
    }
  },
);
