import { memo, type SVGProps } from 'react';
import { cssColour } from '../palette.ts';
import { type CellTexts, tipLines } from './cell-texts.ts';
import type { Cell } from './heat-grid.ts';
import { CELL_PADDING, type HeatLayout } from './heat-layout.ts';
import styles from './heat-map.module.css';
import { inkOf, RAMP } from './ramp.ts';

/** What the cells of a heat map do; the same object while they are drawn. */
export interface CellActs {
  onPoint(cell: Cell, element: Element): void;
  onLeave(): void;
  onKey(cell: Cell, key: string): boolean;
  onOpen(cell: Cell): void;
}

interface HeatCellProps {
  readonly cell: Cell;
  readonly step: number;
  readonly layout: HeatLayout;
  readonly texts: CellTexts;
  /** Whether Tab comes to it. */
  readonly isCurrent: boolean;
  readonly opens: boolean;
  readonly acts: CellActs;
}

/** The place of a cell in its drawing, without the gap between cells. */
export function cellBox({ row, column }: Cell, { left, top, cellWidth, cellHeight }: HeatLayout) {
  return {
    x: left + column * cellWidth + 0.5,
    y: top + row * cellHeight + 0.5,
    width: cellWidth - 1,
    height: cellHeight - 1,
  };
}

/** One cell: a button where records are behind it. Tab comes to one cell of a heat map, the arrows to the rest. */
export const HeatCell = memo(function HeatCell(props: HeatCellProps) {
  const { cell, step, layout, texts, isCurrent, opens, acts } = props;
  const box = cellBox(cell, layout);
  const ink = { fill: cssColour(inkOf(step)) };
  const words = tipLines(cell).join('. ');
  const role: SVGProps<SVGRectElement> = {
    role: opens ? 'button' : 'img',
    'aria-label': opens ? `${words}. Open the records` : words,
    // Only one at a time can be focused: together they would be hundreds of stops.
    ...(isCurrent && { tabIndex: 0 }),
  };
  const handlers: SVGProps<SVGRectElement> = {
    onMouseEnter: ({ currentTarget }) => acts.onPoint(cell, currentTarget),
    onMouseLeave: acts.onLeave,
    onFocus: ({ currentTarget }) => acts.onPoint(cell, currentTarget),
    onBlur: acts.onLeave,
    onClick: () => acts.onOpen(cell),
    onKeyDown: (event) => {
      if (acts.onKey(cell, event.key)) event.preventDefault();
    },
  };
  return (
    <g>
      <rect
        {...role}
        {...handlers}
        {...box}
        rx={layout.isLarge ? 5 : 2}
        className={styles.cell}
        data-cell={`${cell.row} ${cell.column}`}
        data-opens={opens || undefined}
        style={{ fill: cssColour(RAMP[step] ?? OUTSIDE) }}
      />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here is focused, and the cell's name says all of it. */}
      <g aria-hidden="true" className={styles.texts}>
        {layout.isLarge ? (
          <LargeTexts box={box} texts={texts} ink={ink} layout={layout} />
        ) : texts.value === null ? null : (
          <text
            x={box.x + box.width / 2}
            y={box.y + box.height / 2}
            dy="0.35em"
            textAnchor="middle"
            className={styles.small}
            style={ink}
          >
            {texts.value}
          </text>
        )}
      </g>
    </g>
  );
});

const OUTSIDE = { light: '#ffffff', dark: '#000000' };

function LargeTexts(props: {
  readonly box: ReturnType<typeof cellBox>;
  readonly texts: CellTexts;
  readonly ink: { readonly fill: string };
  readonly layout: HeatLayout;
}) {
  const { box, texts, ink, layout } = props;
  const { scale, labelLines } = layout;
  const x = box.x + CELL_PADDING * scale;
  const start = box.y + CELL_PADDING * scale;
  const afterLabel = texts.label.length === 0 ? start : start + 16 * labelLines * scale;
  return (
    <>
      {texts.label.map((line, index) => (
        <text key={line} x={x} y={start + (11 + index * 16) * scale} className={styles.label} style={ink}>
          {line}
        </text>
      ))}
      {texts.value === null ? null : (
        <text x={x} y={afterLabel + 19 * scale} className={styles.large} style={ink}>
          {texts.value}
        </text>
      )}
      {texts.figures.map((figure, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: two figures may be the same, and they stay in their order.
          key={index}
          x={x}
          y={afterLabel + (37 + index * 16) * scale}
          className={styles.small}
          style={ink}
        >
          {figure}
        </text>
      ))}
    </>
  );
}
