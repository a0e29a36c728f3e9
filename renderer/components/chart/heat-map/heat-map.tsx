import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type RefObject, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import chartStyles from '../chart.module.css';
import type { HeatMapInsight, OpenedMark } from '../insight-kinds.ts';
import { NoFigures } from '../no-figures.tsx';
import { textScale } from '../text-scale.ts';
import { useTip } from '../use-tip.tsx';
import { walkCells } from '../walk-cells.ts';
import { cellTexts, tipLines } from './cell-texts.ts';
import { AxisTitles, ColumnNames, RowNames } from './heat-axes.tsx';
import { type CellActs, cellBox, HeatCell } from './heat-cell.tsx';
import { type Cell, heatGrid, heatSummary } from './heat-grid.ts';
import { heatLayout } from './heat-layout.ts';
import styles from './heat-map.module.css';
import { heatScale } from './heat-scale.ts';
import { RampLegend } from './ramp-legend.tsx';

interface HeatMapProps {
  readonly insight: HeatMapInsight;
  /** Where the drawing stands, for a picture of it. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onOpen: (mark: OpenedMark) => void;
}

/** A grid of coloured cells: each shows its figure to the mouse and to the keyboard, and opens what is behind it. */
export function HeatMap({ insight, frame, onOpen }: HeatMapProps) {
  const id = useId();
  const { ref: around, width: room } = useElementSize();
  const grid = useMemo(() => heatGrid(insight), [insight]);
  const scale = useMemo(() => heatScale(insight, grid), [insight, grid]);
  const layout = useMemo(() => heatLayout(insight, grid, room, textScale()), [insight, grid, room]);
  const texts = useMemo(() => cellTexts(insight, layout, grid.cells), [insight, grid, layout]);
  const [chosen, setChosen] = useState<Cell | null>(null);
  const [pointed, setPointed] = useState<{ readonly cell: Cell; readonly isFocused: boolean } | null>(null);
  const tips = useTip(frame);
  const latest = useRef({ tips, onOpen });
  latest.current = { tips, onOpen };
  const acts = useMemo((): CellActs => {
    const open = ({ values, title }: Cell) => {
      if (insight.opens) latest.current.onOpen({ values, title });
    };
    return {
      onPoint: (cell, element) => {
        setPointed({ cell, isFocused: element.matches(':focus-visible') });
        latest.current.tips.show(tipLines(cell), element);
      },
      onLeave: () => {
        setPointed(null);
        latest.current.tips.hide();
      },
      onOpen: open,
      onKey: (cell, key) => {
        if (key === 'Escape') latest.current.tips.hide();
        if (key === 'Enter' || key === ' ') {
          open(cell);
          return true;
        }
        const next = walkCells(grid, cell, key);
        if (!next) return false;
        // It can be focused only once it is drawn as the current one.
        flushSync(() => setChosen(next));
        frame.current?.querySelector<SVGElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
        return true;
      },
    };
  }, [grid, insight, frame]);
  const current = chosen && grid.cells.includes(chosen) ? chosen : grid.cells[0];
  const axes = { grid, layout, pointed: pointed?.cell ?? null };
  const { width, height, left, top, scrolls } = layout;
  if (grid.cells.length === 0) return <NoFigures />;
  return (
    <div className={chartStyles.chart}>
      <RampLegend insight={insight} scale={scale} />
      <VisuallyHidden id={`${id}-summary`}>{heatSummary(insight, grid)}</VisuallyHidden>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
      <div
        ref={frame}
        className={chartStyles.frame}
        role="group"
        aria-label={`${insight.title}: a heat map. The arrow keys go from cell to cell.`}
        aria-describedby={`${id}-summary`}
      >
        <div
          ref={around}
          className={styles.around}
          style={{ maxBlockSize: layout.tallest }}
          data-scrolls={scrolls.along || scrolls.down || undefined}
          onScroll={tips.hide}
        >
          {room > 0 ? (
            <div className={styles.layers} style={{ inlineSize: width, blockSize: height }}>
              <svg role="presentation" width={width} height={height} data-picture="">
                <AxisTitles insight={insight} layout={layout} />
                <ColumnNames {...axes} />
                <RowNames {...axes} />
                {grid.cells.map((cell) => (
                  <HeatCell
                    key={`${cell.row} ${cell.column}`}
                    cell={cell}
                    step={scale.stepOf(cell.value)}
                    layout={layout}
                    texts={texts.get(cell) ?? NOTHING}
                    isCurrent={cell === current}
                    opens={insight.opens}
                    acts={acts}
                  />
                ))}
                {pointed ? (
                  <rect
                    {...cellBox(pointed.cell, layout)}
                    rx={layout.isLarge ? 5 : 2}
                    className={styles.ring}
                    data-focused={pointed.isFocused || undefined}
                  />
                ) : null}
              </svg>
              {scrolls.down ? (
                <svg width={width} height={top} className={styles.columnNames} aria-hidden="true">
                  <AxisTitles insight={insight} layout={layout} />
                  <ColumnNames {...axes} />
                </svg>
              ) : null}
              {scrolls.along ? (
                <svg width={left} height={height} className={styles.rowNames} aria-hidden="true">
                  <AxisTitles insight={insight} layout={layout} />
                  <RowNames {...axes} />
                </svg>
              ) : null}
              {scrolls.down ? (
                <svg width={left} height={top} className={styles.corner} aria-hidden="true">
                  <AxisTitles insight={insight} layout={layout} />
                </svg>
              ) : null}
            </div>
          ) : null}
        </div>
        {tips.tip}
      </div>
    </div>
  );
}

const NOTHING = { label: [], value: null, figures: [] };
