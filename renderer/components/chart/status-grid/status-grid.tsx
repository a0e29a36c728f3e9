import { VisuallyHidden } from '@mantine/core';
import { Fragment, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import chartStyles from '../chart.module.css';
import type { OpenedMark, StatusGridInsight } from '../insight-kinds.ts';
import { NoFigures } from '../no-figures.tsx';
import { useTip } from '../use-tip.tsx';
import { walkCells } from '../walk-cells.ts';
import { type StatusCell, statusCells, statusSummary } from './status-cells.ts';
import styles from './status-grid.module.css';
import { StatusLegend } from './status-legend.tsx';
import { type StatusActs, StatusMark } from './status-mark.tsx';

interface StatusGridProps {
  readonly insight: StatusGridInsight;
  /** Where the table stands, for a picture of it. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onOpen: (mark: OpenedMark) => void;
}

/** A table of signs with what they are about: each cell says its sentence to the mouse and to the keyboard, and opens what is behind it. */
export function StatusGrid({ insight, frame, onOpen }: StatusGridProps) {
  const id = useId();
  const grid = useMemo(() => statusCells(insight), [insight]);
  const [chosen, setChosen] = useState<StatusCell | null>(null);
  const tips = useTip(frame);
  const latest = useRef({ tips, onOpen });
  latest.current = { tips, onOpen };
  const acts = useMemo((): StatusActs => {
    const open = ({ values, title }: StatusCell) => {
      if (insight.opens) latest.current.onOpen({ values, title: `${insight.title}: ${title}` });
    };
    return {
      onPoint: ({ title, sentence }, element) =>
        latest.current.tips.show(sentence === '' ? [title] : [title, sentence], element),
      onLeave: () => latest.current.tips.hide(),
      onOpen: open,
      onKey: (cell, key) => {
        if (key === 'Escape') latest.current.tips.hide();
        const next = walkCells(grid, cell, key);
        if (!next) return false;
        // It can be come to by Tab only once it is drawn as the current one.
        flushSync(() => setChosen(next));
        frame.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
        return true;
      },
    };
  }, [grid, insight, frame]);
  const current = chosen && grid.cells.includes(chosen) ? chosen : grid.cells[0];
  if (grid.cells.length === 0) return <NoFigures />;
  return (
    <div className={chartStyles.chart}>
      <StatusLegend grid={grid} />
      <VisuallyHidden id={`${id}-summary`}>{statusSummary(insight, grid)}</VisuallyHidden>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
      <div
        ref={frame}
        className={chartStyles.frame}
        role="group"
        aria-label={`${insight.title}: a status grid. The arrow keys go from cell to cell.`}
        aria-describedby={`${id}-summary`}
      >
        <div className={styles.around} onScroll={tips.hide}>
          <table className={styles.table} aria-label={insight.title} data-picture="">
            <thead>
              <tr>
                <td className={styles.corner}>
                  {`↓ ${insight.y.title}`} <span className={styles.along}>{`→ ${insight.x.title}`}</span>
                </td>
                {grid.columns.map((name) => (
                  <th key={name} scope="col">
                    <Name text={name} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grid.rows.map((name, row) => (
                <tr key={name}>
                  <th scope="row">
                    <Name text={name} />
                  </th>
                  {grid.columns.map((column, at) => {
                    const cell = grid.at(row, at);
                    return (
                      <td key={column}>
                        {cell ? (
                          <StatusMark
                            cell={cell}
                            isCurrent={cell === current}
                            opens={insight.opens}
                            acts={acts}
                          />
                        ) : null}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {tips.tip}
      </div>
    </div>
  );
}

/** A name that may be parted at its underscores. */
function Name({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=_)/);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name stay in their order.
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
