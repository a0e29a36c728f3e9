import type { Axis, Insight } from '../../../electron/contract/insights.ts';
import { axisText, isWords, valueText } from './axis-text.ts';
import { cellTitle } from './heat-map/heat-grid.ts';
import { figureOf, type OpenedMark, textOf } from './insight-kinds.ts';
import { statusTitle } from './status-grid/status-words.ts';

type Row = Insight['rows'][number];

/** What opens the records behind a row of an insight's data: the values that name its mark, and the mark in words. */
export function rowMark(insight: Insight, row: Row): OpenedMark {
  const cell = (column: string) => row[insight.columns.indexOf(column)];
  if (insight.chart === 'fields') return { values: {}, title: insight.title };
  const x = textOf(cell(insight.x.column));
  switch (insight.chart) {
    case 'heat map': {
      const y = textOf(cell(insight.y.column));
      return {
        values: { x, y },
        title: cellTitle(insight, x, y, figureOf(cell(insight.value.column))),
      };
    }
    case 'status grid': {
      const y = textOf(cell(insight.y.column));
      const [status, value] = [textOf(cell(insight.status)), textOf(cell(insight.value))];
      return { values: { x, y }, title: `${insight.title}: ${statusTitle(insight, x, y, status, value)}` };
    }
    case 'cards':
      return { values: { x }, title: `${insight.title}: ${nameInWords(axisText(x, insight.x.format))}` };
    case 'table':
      return { values: { x }, title: `${insight.title}: ${axisText(x, insight.x.format)}` };
    default: {
      const series = insight.series === null ? undefined : textOf(cell(insight.series));
      const names = [
        axisText(x, insight.x.format),
        ...(series === undefined ? [] : [axisText(series, 'text')]),
      ];
      const value = valueText(figureOf(cell(insight.y.column)), insight.y.format);
      return {
        values: { x, ...(series !== undefined && { series }) },
        title: `${insight.title}: ${names.join(', ')}: ${value}`,
      };
    }
  }
}

/** The axis that a column of an insight is drawn on; undefined for one of words, or that is not drawn. */
export function axisOf(insight: Insight, column: string): Axis | undefined {
  return axesOf(insight).find((axis) => axis.column === column);
}

function axesOf(insight: Insight): readonly Axis[] {
  switch (insight.chart) {
    case 'heat map':
      return [insight.value, ...insight.figures, insight.x, insight.y];
    case 'status grid':
      return [insight.x, insight.y];
    case 'fields':
      return insight.fields;
    case 'cards':
      return [insight.x];
    case 'table':
      return [...insight.shown, insight.x];
    default:
      return [insight.y, ...(insight.line ? [insight.line] : []), insight.x];
  }
}

/** Whether a column of an insight holds figures. */
export function isFigure(insight: Insight, column: string): boolean {
  const axis = axisOf(insight, column);
  return axis !== undefined && !namesOf(insight).includes(axis) && !isWords(axis.format);
}

function namesOf(insight: Insight): readonly Axis[] {
  if (insight.chart === 'fields') return [];
  return 'y' in insight && !('series' in insight) ? [insight.x, insight.y] : [insight.x];
}

/** A name as words: `fault_code` is "Fault code"; one that is words already stays. */
export function nameInWords(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) return name;
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
