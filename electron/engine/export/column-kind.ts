import type { OutputColumn, OutputFormat, Recipe } from '../recipe/recipe.ts';
import { identifier, type ReadableDb } from '../workspace/database.ts';

/** What the values of a column are to formats that tell kinds apart; each value stands as its exact text. */
export type ColumnKind =
  | { readonly kind: 'text' }
  /** Whole numbers within 64 bits. */
  | { readonly kind: 'integer' }
  /** Floating-point numbers, none of them infinite. */
  | { readonly kind: 'real' }
  /** Exact numbers, each with so many decimals. */
  | { readonly kind: 'decimal'; readonly decimals: number }
  /** `true` or `false`. */
  | { readonly kind: 'boolean' }
  /** Days of the calendar, YYYY-MM-DD. */
  | { readonly kind: 'date' }
  /** Instants, YYYY-MM-DDTHH:MM:SSZ. */
  | { readonly kind: 'timestamp' };

export const TEXT: ColumnKind = { kind: 'text' };

/** Whole numbers up to here, and down to its negative, are exact as floating-point numbers. */
const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

interface TypeFigures {
  readonly type: 'integer' | 'real' | 'text' | 'blob' | 'null';
  readonly least: unknown;
  readonly most: unknown;
  /** How many values are no day of the calendar. */
  readonly noDays: bigint;
}

/**
 * The kind of an output's column: what its format in the recipe says, for a plain one what all of its values are. A column that bears the
 * name of an id is text whatever its values are, as the ids of the next file need not be numbers.
 */
export function columnKind(db: ReadableDb, recipe: Recipe, table: string, column: OutputColumn): ColumnKind {
  const { name, format } = column;
  if (isTyped(format)) return format;
  if (isId(recipe, name)) return TEXT;
  const value = identifier(name);
  const types = db
    .prepare<[], TypeFigures>(
      `select typeof(${value}) as type, min(${value}) as least, max(${value}) as most, sum(date(${value}) is not ${value}) as noDays
       from ${identifier(table)}
       where ${value} is not null
       group by 1`,
    )
    .safeIntegers()
    .all();
  return kindOf(types);
}

function isTyped(format: OutputFormat): format is OutputFormat & ColumnKind {
  return format.kind !== 'plain';
}

function isId({ key, sources }: Recipe, name: string): boolean {
  return (
    key.includes(name) ||
    sources.some(({ columns }) => columns.some((each) => each.name === name && each.type.kind === 'id'))
  );
}

function kindOf(types: readonly TypeFigures[]): ColumnKind {
  const [first, second] = types;
  if (first && !second) {
    if (first.type === 'integer') return { kind: 'integer' };
    if (first.type === 'text' && first.noDays === 0n) return { kind: 'date' };
  }
  const isReal = types.length > 0 && types.every(fitsReal);
  return isReal ? { kind: 'real' } : TEXT;
}

/** Whether all these values are numbers that a floating-point number holds exactly. */
function fitsReal({ type, least, most }: TypeFigures): boolean {
  if (type === 'real') return Number.isFinite(least) && Number.isFinite(most);
  return typeof least === 'bigint' && typeof most === 'bigint' && least >= -MOST_EXACT && most <= MOST_EXACT;
}
