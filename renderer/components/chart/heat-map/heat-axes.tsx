import type { HeatMapInsight } from '../insight-kinds.ts';
import { wrapWords } from '../wrap-words.ts';
import type { Cell, HeatGrid } from './heat-grid.ts';
import { BOLD_CHARACTER, CHARACTER, type HeatLayout, NAME_LINE } from './heat-layout.ts';
import styles from './heat-map.module.css';

/** What rows and columns are, in one line over them: each beside an arrow along which its names stand. */
export function AxisTitles({ insight: { x, y }, layout }: TitleProps) {
  const { left, scale } = layout;
  const down = `↓ ${y.title}`;
  const after = (down.length + 3) * BOLD_CHARACTER * scale;
  return (
    <>
      <text x={0} y={12 * scale} className={styles.title}>
        {down}
      </text>
      <text x={Math.max(left, after)} y={12 * scale} className={styles.title}>
        → {x.title}
      </text>
    </>
  );
}

interface TitleProps {
  readonly insight: HeatMapInsight;
  readonly layout: HeatLayout;
}

interface AxisProps {
  readonly grid: HeatGrid;
  readonly layout: HeatLayout;
  /** The cell that is pointed at: its names stand out. */
  readonly pointed: Cell | null;
}

/** The names of the columns over them, as many as fit. */
export function ColumnNames({ grid, layout, pointed }: AxisProps) {
  const { left, top, cellWidth, columnNames, namedColumns, scale } = layout;
  return (
    <>
      {grid.columns.map((name, column) => {
        const isPointed = pointed?.column === column;
        // A name that stands out needs the place of those beside it.
        const isNear = pointed !== null && Math.abs(pointed.column - column) < namedColumns;
        if (!isPointed && (column % namedColumns !== 0 || isNear)) return null;
        const lines = columnNames[column] ?? [name];
        const x = left + (column + 0.5) * cellWidth;
        return (
          <text key={name} textAnchor="middle" className={styles.name} data-pointed={isPointed || undefined}>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and they stay in their order.
              <tspan key={index} x={x} y={top - (7 + (lines.length - 1 - index) * NAME_LINE) * scale}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </>
  );
}

/** The names of the rows beside them. */
export function RowNames({ grid, layout, pointed }: AxisProps) {
  const { left, top, cellHeight, scale } = layout;
  const most = Math.floor((left / scale - 8) / CHARACTER);
  return (
    <>
      {grid.rows.map((name, row) => (
        <text
          key={name}
          x={left - 8 * scale}
          y={top + (row + 0.5) * cellHeight}
          dy="0.35em"
          textAnchor="end"
          className={styles.name}
          data-pointed={pointed?.row === row || undefined}
        >
          {wrapWords(name, most, 1)[0]}
        </text>
      ))}
    </>
  );
}
