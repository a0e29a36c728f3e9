import type { Axis, InsightShape } from '../../contract/insights.ts';
import { Failure } from '../failure.ts';
import { DECIMAL_SCALE } from '../ingest/values.ts';
import { resultText } from '../queries/result-text.ts';
import type { InsightStep } from '../recipe/recipe.ts';

/** Makes a value of a query's result one that a chart takes. */
type Reader = (value: unknown) => string | number | null;

const SEVERITIES = ['info', 'warn', 'alert'];
const STATUSES = ['ok', 'warn', 'fail'];

/**
 * How the values of each column of an insight's query are read: figures and flags as numbers, money and rates out of their
 * ten-thousandths, all else as the text that files have. The readers throw a Failure for a figure that is no number, a flag that is neither
 * 0 nor 1, and for a severity or a status that is none.
 */
export function readersOf(step: InsightStep, columns: readonly string[]): readonly Reader[] {
  const figures = new Map(figuresOf(step).map((axis) => [axis.column, axis]));
  const flags = new Map(flagsOf(step).map((axis) => [axis.column, axis]));
  const money = new Set(namesOf(step).flatMap(({ column, format }) => (format === 'money' ? [column] : [])));
  return columns.map((column): Reader => {
    const figure = figures.get(column);
    if (figure) return (value) => readFigure(value, figure, step.title);
    const flag = flags.get(column);
    if (flag) return (value) => readFlag(value, flag, step.title);
    if (step.chart === 'cards' && column === step.severity) {
      return (value) => readOneOf(value, SEVERITIES, 'severity', step.title);
    }
    if (step.chart === 'status grid' && column === step.status) {
      // Without a status there is no cell.
      return (value) => (value === null ? null : readOneOf(value, STATUSES, 'status', step.title));
    }
    return (value) => resultText(value, money.has(column) ? 'decimal' : undefined);
  });
}

function figuresOf(shape: InsightShape): readonly Axis[] {
  switch (shape.chart) {
    case 'heat map':
      return [shape.value, ...shape.figures];
    case 'cards':
    case 'status grid':
      return [];
    case 'table':
      return shape.shown.filter(isFigure);
    case 'fields':
      return shape.fields.filter(isFigure);
    default:
      return [shape.y, ...(shape.line ? [shape.line] : [])];
  }
}

const FIGURES: ReadonlySet<Axis['format']> = new Set(['number', 'money', 'percent', 'rate']);

function isFigure({ format }: Axis): boolean {
  return FIGURES.has(format);
}

function flagsOf(shape: InsightShape): readonly Axis[] {
  const shown = shape.chart === 'table' ? shape.shown : shape.chart === 'fields' ? shape.fields : [];
  return shown.filter(({ format }) => format === 'flag');
}

function namesOf(shape: InsightShape): readonly Axis[] {
  if (shape.chart === 'fields') return [];
  return shape.chart === 'heat map' || shape.chart === 'status grid' ? [shape.x, shape.y] : [shape.x];
}

function readFigure(value: unknown, { column, format }: Axis, title: string): number | null {
  if (value === null) return null;
  if (typeof value !== 'bigint' && typeof value !== 'number') {
    throw new Failure(
      `${title}: ${column} is ${JSON.stringify(value)}, which is no number.`,
      'Correct the query.',
    );
  }
  if (format !== 'money' && format !== 'rate') return Number(value);
  // The mean of ten-thousandths is no whole number of them; one division leaves no noise behind the last place.
  return Math.round(Number(value)) / Number(DECIMAL_SCALE);
}

function readFlag(value: unknown, { column }: Axis, title: string): number | null {
  if (value === null) return null;
  if (value === 0n || value === 1n) return Number(value);
  throw new Failure(
    `${title}: ${column} is ${typeof value === 'string' ? JSON.stringify(value) : String(value)}; a flag is 0 or 1.`,
    'Correct the query.',
  );
}

function readOneOf(value: unknown, allowed: readonly string[], what: string, title: string): string {
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw new Failure(
    `${title}: a ${what} is ${value === null ? 'empty' : `"${String(value)}"`}; allowed: ${allowed.join(', ')}.`,
    'Correct the query.',
  );
}
