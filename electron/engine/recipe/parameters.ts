import type { ParameterValue } from '../../contract/reconciliation.ts';
import { Failure } from '../failure.ts';
import { decimalText } from '../ingest/decimal-text.ts';
import { Fault, isDay, readId, valueReader } from '../ingest/values.ts';
import { didYouMean, listed } from './place.ts';
import type { DerivedDate, Diagnostic, Param, ParamType, Recipe } from './recipe.ts';

/** A value as a query binds it. */
export type BoundValue = string | bigint | null;

type Values = Readonly<Record<string, ParameterValue>>;

const ALLOWED: Readonly<Record<ParamType, string>> = {
  integer: `a whole number from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`,
  decimal: 'a number with up to 4 decimals, like 12.50',
  date: 'a day, like 2026-11-20',
  text: 'any text',
  boolean: 'true or false',
  id: 'an id, not empty',
};

/** The values of a recipe's parameters: as given, else by default. Throws a Failure for what is unknown, wrong or missing. */
export function resolveParams(recipe: Recipe, given: ReadonlyMap<string, string>): Values {
  return resolveValues(recipe.params, given, `The recipe ${recipe.id}`);
}

/** The values that a diagnostic asks for; throws a Failure like resolveParams. */
export function resolveDiagnosticParams(
  { diagnostic, params }: Diagnostic,
  given: ReadonlyMap<string, string>,
): Values {
  return resolveValues(params, given, `The diagnostic ${diagnostic}`);
}

function resolveValues(params: readonly Param[], given: ReadonlyMap<string, string>, owner: string): Values {
  const names = params.map(({ name }) => name);
  for (const name of given.keys()) {
    if (names.includes(name)) continue;
    throw new Failure(
      `${owner} has no parameter "${name}"; it has: ${listed(names)}.`,
      didYouMean(name, names, names.length > 0 ? 'Name one of these.' : 'Leave it out.'),
    );
  }
  return Object.fromEntries(
    params.map((param) => [param.name, resolveValue(param, given.get(param.name), owner)]),
  );
}

function resolveValue(param: Param, given: string | undefined, owner: string): ParameterValue {
  const { name, title } = param;
  const text = given ?? param.default;
  if (text === undefined) {
    throw new Failure(
      `${owner} needs the parameter "${name}" (${title}): ${allowedValues(param)}.`,
      `Give it as ${name}=VALUE.`,
    );
  }
  const value = readParameter(param, text);
  if (value === undefined) {
    throw new Failure(
      `The parameter ${name} is ${JSON.stringify(text)}; allowed: ${allowedValues(param)}.`,
      didYouMean(text, param.values ?? [], 'Correct the value.'),
    );
  }
  return value;
}

/** What a parameter says of the values that it takes. */
type Takes = Pick<Param, 'type' | 'values'>;

/** What a parameter allows, for a sentence. */
export function allowedValues({ type, values }: Takes): string {
  return values ? listed(values) : ALLOWED[type];
}

/** The value that a text stands for; undefined where the parameter does not allow it. */
export function readParameter({ type, values }: Takes, given: string): ParameterValue | undefined {
  const text = given.trim();
  if (type === 'text') return values === undefined || values.includes(text) ? text : undefined;
  if (text === '') return undefined;
  if (type === 'id') return text;
  // A date's reader would drop a time of day: a parameter is a day and nothing else.
  if (type === 'date') return text.length === 10 && isDay(text) ? text : undefined;
  const value = valueReader({ kind: type })(text);
  if (value instanceof Fault || typeof value !== 'bigint') return undefined;
  if (type === 'boolean') return value === 1n;
  if (type === 'decimal') return decimalText(value, 0);
  return Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
}

/** What is to be said of a run with these values, wherever its result is seen. */
export function parameterWarnings({ params }: Pick<Recipe, 'params'>, values: Values): readonly string[] {
  return params.flatMap(({ name, warns }) => warns[String(values[name])] ?? []);
}

/** What a recipe's queries bind: `as_of`, the parameters and the dates derived from it. */
export function bindings(recipe: Recipe, asOf: string, params: Values): Readonly<Record<string, BoundValue>> {
  if (asOf.length !== 10 || !isDay(asOf)) {
    throw new Failure(`The as-of date is "${asOf}"; allowed: ${ALLOWED.date}.`, 'Correct the date.');
  }
  return {
    as_of: asOf,
    ...boundParams(recipe.params, params),
    ...Object.fromEntries(recipe.dates.map((date) => [date.name, derivedDay(date, asOf, params)])),
  };
}

/** What a diagnostic binds besides: the values that it asks for. */
export function diagnosticBindings(
  diagnostic: Diagnostic,
  params: Values,
): Readonly<Record<string, BoundValue>> {
  return boundParams(diagnostic.params, params);
}

function boundParams(params: readonly Param[], values: Values): Readonly<Record<string, BoundValue>> {
  return Object.fromEntries(params.map(({ name, type }) => [name, boundValue(type, values[name])]));
}

function boundValue(type: ParamType, value: ParameterValue | undefined): BoundValue {
  if (value === undefined || value === '') return null;
  const text = String(value);
  switch (type) {
    case 'id':
      return readId(text);
    case 'integer':
      return BigInt(text);
    case 'boolean':
      return value ? 1n : 0n;
    case 'decimal': {
      const scaled = valueReader({ kind: 'decimal' })(text);
      if (typeof scaled !== 'bigint') throw new Error(`${text} is no decimal within 64 bits.`);
      return scaled;
    }
    case 'date':
    case 'text':
      return text;
  }
}

const MILLISECONDS_A_DAY = 86_400_000;

function derivedDay({ name, minusDays }: DerivedDate, asOf: string, params: Values): string {
  const days = typeof minusDays === 'number' ? minusDays : Number(params[minusDays]);
  const date = new Date(Date.parse(`${asOf}T00:00:00Z`) - days * MILLISECONDS_A_DAY);
  const year = date.getUTCFullYear();
  // Also true of an invalid date, whose year is NaN.
  if (!(year >= 1 && year <= 9999)) {
    const parameter = typeof minusDays === 'string' ? ` (parameter ${minusDays})` : '';
    throw new Failure(
      `The date ${name} would lie outside the years 0001 to 9999: ${asOf} minus ${days} days${parameter}.`,
      'Choose another number of days, or another as-of date.',
    );
  }
  return date.toISOString().slice(0, 10);
}
