import { type SVGProps, useContext } from 'react';
import styles from './chart.module.css';
import { MarksContext } from './chart-context.ts';
import type { Place, Series } from './drawing.ts';
import { seriesColour } from './palette.ts';

interface MarkProps {
  readonly place: Place;
  readonly series: Series;
  readonly shape:
    | {
        readonly kind: 'bar';
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      }
    | { readonly kind: 'point'; readonly x: number; readonly y: number };
}

/** One figure of a chart: a button where records are behind it. Tab comes to one mark of a chart, the arrows to the rest. */
export function Mark({ place, series, shape }: MarkProps) {
  const marks = useContext(MarksContext);
  if (!marks) return null;
  const name = { place: place.key, series: series.key };
  const isCurrent = marks.current?.place === place.key && marks.current.series === series.key;
  const opensTable = series.value === undefined && marks.drawing.series.length > 1;
  const what = opensTable ? 'Show as table' : 'Open the records';
  const role: SVGProps<SVGElement> = {
    role: marks.opens ? 'button' : 'img',
    'aria-label': `${marks.textOf(place, series)}${marks.opens ? `. ${what}` : ''}`,
    // Only one at a time can be focused: each is small, and together they would be hundreds of stops.
    ...(isCurrent && { tabIndex: 0 }),
  };
  const handlers: SVGProps<SVGElement> = {
    onMouseEnter: ({ currentTarget }) => marks.onShow(name, currentTarget),
    onMouseLeave: marks.onHide,
    onFocus: ({ currentTarget }) => marks.onShow(name, currentTarget),
    onBlur: marks.onHide,
    onClick: () => marks.onOpen(place, series),
    onKeyDown: (event) => {
      if (marks.onKey(name, event.key)) event.preventDefault();
    },
  };
  const look = {
    className: styles.mark,
    'data-mark': `${place.key} ${series.key}`,
    'data-opens': marks.opens || undefined,
    'data-faded': (marks.raised !== null && marks.raised !== series.key) || undefined,
    style: { fill: seriesColour(series.colour) },
  };
  if (shape.kind === 'bar') {
    const { x, y, width, height } = shape;
    return (
      <rect
        {...(role as SVGProps<SVGRectElement>)}
        {...(handlers as SVGProps<SVGRectElement>)}
        {...look}
        x={x}
        y={Math.min(y, y + height)}
        width={width}
        height={Math.abs(height)}
      />
    );
  }
  return (
    <circle
      {...(role as SVGProps<SVGCircleElement>)}
      {...(handlers as SVGProps<SVGCircleElement>)}
      {...look}
      cx={shape.x}
      cy={shape.y}
      r={4.5}
    />
  );
}
