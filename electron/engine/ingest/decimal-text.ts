import { DECIMAL_SCALE } from './values.ts';

const PLACES = 4;

/** A decimal, given in ten-thousandths, as exact text with at least so many places and no needless zeros after them. */
export function decimalText(tenThousandths: bigint, leastPlaces: number): string {
  const digits = fractionOf(tenThousandths).replace(/0+$/, '').padEnd(leastPlaces, '0');
  return `${signOf(tenThousandths)}${wholeOf(tenThousandths)}${digits && `.${digits}`}`;
}

/** A decimal, given in ten-thousandths, rounded half up (away from nought) to so many places, 0 to 4. */
export function roundedText(tenThousandths: bigint, places: number): string {
  const step = 10n ** BigInt(PLACES - places);
  const size = tenThousandths < 0n ? -tenThousandths : tenThousandths;
  const rounded = ((size + step / 2n) / step) * step;
  const digits = fractionOf(rounded).slice(0, places);
  return `${rounded === 0n ? '' : signOf(tenThousandths)}${wholeOf(rounded)}${digits && `.${digits}`}`;
}

function signOf(value: bigint): string {
  return value < 0n ? '-' : '';
}

function wholeOf(value: bigint): string {
  const whole = value / DECIMAL_SCALE;
  return `${whole < 0n ? -whole : whole}`;
}

function fractionOf(value: bigint): string {
  const fraction = value % DECIMAL_SCALE;
  return `${fraction < 0n ? -fraction : fraction}`.padStart(PLACES, '0');
}
