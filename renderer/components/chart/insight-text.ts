import type { Insight } from '../../../electron/contract/insights.ts';
import { cellText } from './axis-text.ts';
import { axisOf, nameInWords } from './row-marks.ts';

/** An insight's data as text, to be pasted elsewhere: fields a line each, all else as a table with tabs, figures as they are shown. */
export function insightText(insight: Insight): string {
  const { columns, rows } = insight;
  if (insight.chart === 'fields') {
    const [row] = rows;
    return lines(
      insight.fields.map(({ column, title, format }) => [
        title,
        cellText(row?.[columns.indexOf(column)], format),
      ]),
    );
  }
  const axes = columns.map((name) => axisOf(insight, name));
  return lines([
    columns.map((name, at) => axes[at]?.title ?? nameInWords(name)),
    ...rows.map((row) => row.map((cell, at) => cellText(cell, axes[at]?.format ?? 'text'))),
  ]);
}

function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((text) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}
