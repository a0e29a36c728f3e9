/** An exact quotient of two whole numbers; the bottom is above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The quotient of two whole numbers. Throws where the second is 0. */
export function fraction(top: bigint, bottom: bigint): Fraction {
  if (bottom === 0n) throw new RangeError('Nothing can be divided by 0.');
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

/** A whole number as a fraction. */
export function whole(value: bigint): Fraction {
  return { top: value, bottom: 1n };
}

/** An amount of money, given in ten-thousandths. */
export function money(tenThousandths: bigint): Fraction {
  return { top: tenThousandths, bottom: 10_000n };
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return { top: left.top * right.bottom + right.top * left.bottom, bottom: left.bottom * right.bottom };
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, { top: -right.top, bottom: right.bottom });
}

export function times(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((left, right) => ({
    top: left.top * right.top,
    bottom: left.bottom * right.bottom,
  }));
}

/** Below 0, 0 or above 0, as the first is less than the second, equal, or more. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = minus(left, right).top;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** With so many decimals, rounded only here: halves go away from 0. */
export function written({ top, bottom }: Fraction, places: number): string {
  const size = (top < 0n ? -top : top) * 10n ** BigInt(places);
  const rounded = (2n * size + bottom) / (2n * bottom);
  const digits = rounded.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return top < 0n && rounded > 0n ? `-${text}` : text;
}
