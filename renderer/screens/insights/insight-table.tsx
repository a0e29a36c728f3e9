import { useMemo } from 'react';
import type { Insight } from '../../../electron/contract/insights.ts';
import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import { axisText, valueText } from '../../components/chart/axis-text.ts';
import { Grid } from '../../components/grid/grid.tsx';
import styles from './insights.module.css';

interface InsightTableProps {
  readonly insight: Insight;
  readonly onOpen: (mark: {
    readonly x: string | null;
    readonly series?: string | null;
    readonly text: string;
  }) => void;
}

/** A chart's data in figures; a row opens what is behind it. */
export function InsightTable({ insight, onOpen }: InsightTableProps) {
  const columns = useMemo(() => insight.columns.map((name) => columnOf(insight, name)), [insight]);
  const rows = useMemo(
    () =>
      insight.rows.map(
        (row, index): ViewRow => ({
          id: String(index),
          cells: row.map((cell) => (cell === null ? null : String(cell))),
        }),
      ),
    [insight],
  );
  const open = ({ cells }: ViewRow) => {
    const cell = (column: string) => cells[insight.columns.indexOf(column)] ?? null;
    const x = cell(insight.x.column);
    const series = insight.series === null ? undefined : cell(insight.series);
    const value = valueText(Number(cell(insight.y.column)), insight.y.format);
    const names = [
      axisText(x, insight.x.format),
      ...(series === undefined ? [] : [axisText(series, 'text')]),
    ];
    onOpen({ x, ...(series !== undefined && { series }), text: `${names.join(', ')}: ${value}` });
  };
  return (
    <div className={styles.table}>
      <Grid
        label={insight.title}
        layout={`insight-table:${insight.insight}`}
        source={{ kind: 'list', columns, rows }}
        {...(insight.opens && { onOpen: open })}
      >
        {insight.opens ? <span className={styles.hint}>Enter opens the records of a row</span> : null}
      </Grid>
    </div>
  );
}

function columnOf({ x, y }: Insight, name: string): ViewColumn {
  const title = name === x.column ? x.title : name === y.column ? y.title : words(name);
  const kind = name === y.column ? (y.format === 'money' ? 'decimal' : 'integer') : 'text';
  return { name, title, description: '', kind, sortable: true };
}

/** A column's name as words: `fault_code` is "Fault code". */
function words(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
