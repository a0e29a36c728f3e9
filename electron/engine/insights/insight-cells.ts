import type { Axis, InsightShape } from '../../contract/insights.ts';
import { Failure } from '../failure.ts';
import { DECIMAL_SCALE } from '../ingest/values.ts';
import { resultText } from '../queries/result-text.ts';
import type { InsightStep } from '../recipe/recipe.ts';

/** Makes a value of a query's result one that a chart takes. */
type Reader = (value: unknown) => string | number | null;

const SEVERITIES: readonly unknown[] = ['info', 'warn', 'alert'];

/**
 * How the values of each column of an insight's query are read: figures as numbers, money and rates out of their ten-thousandths, all else
 * as the text that files have. The readers throw a Failure for a figure that is no number, and for a severity that is none.
 */
export function readersOf(step: InsightStep, columns: readonly string[]): readonly Reader[] {
  const figures = new Map(figuresOf(step).map((axis) => [axis.column, axis]));
  const money = new Set(namesOf(step).flatMap(({ column, format }) => (format === 'money' ? [column] : [])));
  return columns.map((column): Reader => {
    const figure = figures.get(column);
    if (figure) return (value) => readFigure(value, figure, step.title);
    if (step.chart === 'cards' && column === step.severity) return (value) => readSeverity(value, step.title);
    return (value) => resultText(value, money.has(column) ? 'decimal' : undefined);
  });
}

function figuresOf(shape: InsightShape): readonly Axis[] {
  switch (shape.chart) {
    case 'heat map':
      return [shape.value, ...shape.figures];
    case 'cards':
      return [];
    case 'table':
      return shape.shown.filter(({ format }) => format !== 'text' && format !== 'month');
    default:
      return [shape.y, ...(shape.line ? [shape.line] : [])];
  }
}

function namesOf(shape: InsightShape): readonly Axis[] {
  return shape.chart === 'heat map' ? [shape.x, shape.y] : [shape.x];
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

function readSeverity(value: unknown, title: string): string {
  if (SEVERITIES.includes(value)) return String(value);
  throw new Failure(
    `${title}: a severity is ${value === null ? 'empty' : `"${String(value)}"`}; allowed: info, warn, alert.`,
    'Correct the query.',
  );
}
