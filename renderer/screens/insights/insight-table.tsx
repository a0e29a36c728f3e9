import { useCallback, useMemo } from 'react';
import type { Insight } from '../../../electron/contract/insights.ts';
import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import { valueText } from '../../components/chart/axis-text.ts';
import type { OpenedMark } from '../../components/chart/insight-kinds.ts';
import { axisOf, isFigure, nameInWords, rowMark } from '../../components/chart/row-marks.ts';
import { Grid } from '../../components/grid/grid.tsx';
import styles from './insights.module.css';

interface InsightTableProps {
  readonly insight: Insight;
  readonly onOpen: (mark: OpenedMark) => void;
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
  const draw = useCallback(
    (column: ViewColumn, text: string | null) => {
      const format = axisOf(insight, column.name)?.format;
      if (text === null || format === undefined || !isFigure(insight, column.name)) return undefined;
      return valueText(Number(text), format);
    },
    [insight],
  );
  const open = ({ id }: ViewRow) => {
    const row = insight.rows[Number(id)];
    if (row) onOpen(rowMark(insight, row));
  };
  return (
    <div className={styles.table}>
      <Grid
        label={insight.title}
        layout={`insight-table:${insight.insight}`}
        source={{ kind: 'list', columns, rows }}
        draw={draw}
        {...(insight.opens && { onOpen: open })}
      >
        {insight.opens ? <span className={styles.hint}>Enter opens the records of a row</span> : null}
      </Grid>
    </div>
  );
}

function columnOf(insight: Insight, name: string): ViewColumn {
  const axis = axisOf(insight, name);
  const isWhole = axis?.format === 'number' || axis?.format === 'percent';
  const kind = isFigure(insight, name) ? (isWhole ? 'integer' : 'decimal') : 'text';
  return { name, title: axis?.title ?? nameInWords(name), description: '', kind, sortable: true };
}
