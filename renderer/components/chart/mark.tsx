import { type SVGProps, useContext } from 'react';
import styles from './chart.module.css';
import { MarksContext } from './chart-context.ts';
import type { Place } from './drawing.ts';
import { seriesColour } from './palette.ts';
import type { Series } from './series.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface MarkProps {
  readonly place: Place;
  readonly series: Series;
  /** A band is what of an area stands over a place: it is seen only while it is pointed at. */
  readonly shape:
    | ({ readonly kind: 'bar' | 'band' } & Box)
    | { readonly kind: 'point'; readonly x: number; readonly y: number };
}

/** One figure of a chart: a button where records are behind it. Tab comes to one mark of a chart, the arrows to the rest. */
export function Mark({ place, series, shape }: MarkProps) {
  const marks = useContext(MarksContext);
  if (!marks) return null;
  const name = { place: place.key, series: series.key };
  const isCurrent = marks.current?.place === place.key && marks.current.series === series.key;
  const role: SVGProps<SVGElement> = {
    role: marks.opens ? 'button' : 'img',
    'aria-label': `${marks.textOf(place, series)}${marks.opens ? `. ${marks.actOf(series)}` : ''}`,
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
    'data-kind': shape.kind,
    'data-opens': marks.opens || undefined,
    'data-faded': (marks.raised !== null && marks.raised !== series.key) || undefined,
    style: { fill: shape.kind === 'band' ? 'var(--muster-text)' : seriesColour(series.colour) },
  };
  if (shape.kind === 'point') {
    return (
      <circle
        {...(role as SVGProps<SVGCircleElement>)}
        {...(handlers as SVGProps<SVGCircleElement>)}
        {...look}
        cx={shape.x}
        cy={shape.y}
        r={series.isLine ? 3.5 : 4.5}
      />
    );
  }
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
