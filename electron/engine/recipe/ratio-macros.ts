import { DECIMAL_TEXT_FUNCTION, RATIO_FUNCTION } from '../workspace/exact-functions.ts';
import type { Macro } from './macros.ts';

/** The macros that divide whole numbers exactly. */
export const RATIO_MACROS: readonly Macro[] = [
  {
    name: 'ratio',
    parameters: ['numerator', 'denominator', 'places'],
    description:
      'the exact quotient of two whole numbers as a decimal, rounded half up to so many places, 0 to 4; null for a denominator that is 0 or null',
    written: 'places',
    expand: (numerator = '', denominator = '', places = '') =>
      quotient([numerator], denominator, scaleOf(places), 10_000 / scaleOf(places)),
  },
  {
    name: 'product_ratio',
    parameters: ['factor', 'other', 'denominator', 'places'],
    description: 'the same of a product of two whole numbers, exact however large the product is',
    written: 'places',
    expand: (factor = '', other = '', denominator = '', places = '') =>
      quotient([factor, other], denominator, scaleOf(places), 10_000 / scaleOf(places)),
  },
  {
    name: 'half_up',
    parameters: ['numerator', 'denominator'],
    description: 'the quotient of two whole numbers, rounded half up to a whole number',
    expand: (numerator = '', denominator = '') => quotient([numerator], denominator, 1, 1),
  },
  {
    name: 'decimal_text',
    parameters: ['decimal', 'places'],
    description: 'a decimal as text, rounded half up to so many places, 0 to 4',
    expand: (decimal = '', places = '') => `${DECIMAL_TEXT_FUNCTION}(${decimal}, ${places})`,
  },
];

/** The power of ten of so many places, as they stand in the query: a number in parentheses. */
function scaleOf(places: string): number {
  return 10 ** Number(places.slice(1, -1));
}

/**
 * A product of whole numbers over another, times the scale, rounded half away from nought to a whole number, times the unit. In SQLite's
 * own integers where nothing can overflow, which takes a tenth of the time; else by a function that knows no limit.
 */
function quotient(factors: readonly string[], denominator: string, scale: number, unit: number): string {
  const product = factors.join(' * ');
  // A product is told by its size as a float, whose error is far smaller than what is left to the limit.
  const size = factors.join(' * 1.0 * ');
  const most = Math.floor(2 ** 61 / scale / unit);
  const isSmall = `${size} between -${most} and ${most} and ${denominator} between -${2 ** 60} and ${2 ** 60}`;
  const doubled = `(2 * ${scale} * abs(${product}) + abs(${denominator}))`;
  const rounded = `${doubled} / (2 * abs(${denominator}))`;
  const sign = `case when (${product} < 0) = (${denominator} < 0) then ${unit} else -${unit} end`;
  const [factor, other = '1'] = factors;
  const exact = `${RATIO_FUNCTION}(${factor}, ${other}, ${denominator}, ${scale}, ${unit})`;
  return `(case when ${isSmall} then ${rounded} * ${sign} else ${exact} end)`;
}
