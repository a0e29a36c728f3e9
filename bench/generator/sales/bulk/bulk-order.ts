import { mix } from '../../random.ts';
import type { SalesDay } from './sales-scale.ts';

/** Numbers of lines, on average two and a half. */
const SIZES = [1, 1, 1, 2, 2, 2, 3, 3, 4, 6] as const;
const PRODUCTS = 400;

/** Draws numbers that depend on the seed, a day and a place within it only, so that two extracts tell of a day alike. */
export type Dice = (day: number, place: number, purpose: number) => number;

/** Dice from 0 up to, not including, 1. */
export function createDice(seed: number): Dice {
  return (day, place, purpose) => mix(mix(mix(seed, day), place), purpose) / 0x1_0000_0000;
}

/** The number of the customer of a day's order: three of ten are new, the others mostly loyal or lately won. */
export function customerOf(dice: Dice, { day, known, knownAfter }: SalesDay, order: number): number {
  const fresh = known + Math.floor(order / 10) * 3 + (order % 10);
  if (order % 10 < 3 && fresh < knownAfter) return fresh;
  const chance = dice(day, order, 1);
  // Few customers have many orders: the density falls with the root of the number.
  if (dice(day, order, 2) < 0.55) return Math.floor(chance * Math.sqrt(chance) * known);
  return known - 1 - Math.floor(chance * chance * known);
}

/** How many lines an order has. */
export function sizeOf(dice: Dice, day: number, order: number): number {
  return SIZES[Math.floor(dice(day, order, 3) * SIZES.length)] ?? 1;
}

/** The price of an order's line in cents; now and then the same as that of the line before. */
export function priceOf(dice: Dice, day: number, order: number, line: number): number {
  if (line > 0 && dice(day, order, 100 + line) < 0.06) return priceOf(dice, day, order, line - 1);
  const product = Math.floor(dice(day, order, 10 + line) * PRODUCTS);
  // Many cheap products and few dear ones, at prices that end in 9, 5 or 0.
  const euros = 3 + Math.floor(((product * 37) % PRODUCTS) ** 2 / 900);
  return euros * 100 + ([99, 95, 50, 0][product % 4] ?? 0);
}
