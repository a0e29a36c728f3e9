import { expect, test } from 'vitest';
import { contrast, EYES, GROUNDS, SCHEMES, seen } from '../testing/seen-colours.ts';
import { inkOf, RAMP } from './ramp.ts';

/** What small text needs (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;
/** The least difference of lightness between neighbours, in OKLab. */
const STEP = 0.04;

test.each(SCHEMES)('the text of each cell can be read on its colour, %s', (scheme) => {
  for (const [step, tone] of RAMP.entries()) {
    expect(contrast(tone[scheme], inkOf(step)[scheme]), tone[scheme]).toBeGreaterThanOrEqual(READABLE);
  }
});

test.each(SCHEMES.flatMap((scheme) => Object.keys(EYES).map((eyes) => ({ scheme, eyes }))))(
  'the $scheme ramp goes steadily away from the ground for eyes of the kind: $eyes',
  ({ scheme, eyes }) => {
    const lightness = [GROUNDS[scheme], ...RAMP.map((tone) => tone[scheme])].map(
      (hex) => seen(hex, eyes)[0] ?? 0,
    );
    const steps = lightness.slice(1).map((value, index) => value - (lightness[index] ?? 0));
    for (const step of steps) expect(scheme === 'light' ? -step : step).toBeGreaterThan(STEP);
  },
);

test.each(SCHEMES)('the %s ramp is of one hue', (scheme) => {
  const hues = RAMP.map((tone) => {
    const [, a = 0, b = 0] = seen(tone[scheme], 'all');
    return (Math.atan2(b, a) * 180) / Math.PI;
  });
  expect(Math.max(...hues) - Math.min(...hues)).toBeLessThan(15);
});
