import type { ReactElement } from 'react';
import { Area, Bar, type BarShapeProps, LabelList, type LabelProps, Line } from 'recharts';
import styles from './chart.module.css';
import { type Drawing, hasMark, type Place } from './drawing.ts';
import { lineDash } from './line-dashes.ts';
import { Mark } from './mark.tsx';
import { seriesColour } from './palette.ts';
import { patternFill } from './patterns.tsx';
import type { Series } from './series.ts';
import { textScale } from './text-scale.ts';

/** The axis of the line over bars. */
export const LINE_AXIS = 'line';
/** The least height of an area's end beside which its name is written, in pixels where text has its usual size. */
const NAMED_AREA = 12;

/** The bars of a series, stacked on those before it. */
export function barOf(series: Series): ReactElement {
  return (
    <Bar
      key={series.key}
      dataKey={(place: Place) => place.values[series.key]}
      stackId="all"
      maxBarSize={72}
      isAnimationActive={false}
      // What is there can be seen, however little it is.
      minPointSize={(value) => (value ? 2 : 0)}
      shape={({ x, y, width, height, payload }: BarShapeProps) => {
        const place = payload as Place;
        if (!place.values[series.key]) return <g />;
        return <Mark place={place} series={series} shape={{ kind: 'bar', x, y, width, height }} />;
      }}
    />
  );
}

/** The line of a series, with a gap where no figure is; its name stands at its end where `ends` says so. */
export function lineOf(
  series: Series,
  drawing: Drawing,
  ends: ReadonlyMap<string, number>,
  raised: string | null,
): ReactElement {
  const { places } = drawing;
  return (
    <Line
      key={series.key}
      {...(series.isLine && { yAxisId: LINE_AXIS })}
      dataKey={(place: Place) => place.values[series.key]}
      stroke={seriesColour(series.colour)}
      strokeWidth={2}
      strokeOpacity={raised !== null && raised !== series.key ? 0.2 : 1}
      strokeDasharray={lineDash(series)}
      isAnimationActive={false}
      activeDot={false}
      dot={({ cx, cy, index }: { cx?: number; cy?: number; index: number }) => {
        const place = places[index];
        if (!place || !hasMark(drawing, place, series) || cx === undefined || cy === undefined)
          return <g key={index} />;
        return <Mark key={index} place={place} series={series} shape={{ kind: 'point', x: cx, y: cy }} />;
      }}
    >
      {ends.has(series.key) ? (
        <LabelList
          content={({ x, y, index }: LabelProps & { readonly index?: number }) =>
            index === ends.get(series.key) ? (
              <text x={Number(x) + 10} y={Number(y)} dy="0.35em" className={styles.value}>
                {series.label}
              </text>
            ) : null
          }
        />
      ) : null}
    </Line>
  );
}

/** The area of a series, stacked on those before it. */
export function areaOf(series: Series, id: string, raised: string | null): ReactElement {
  return (
    <Area
      key={series.key}
      dataKey={(place: Place) => place.values[series.key]}
      stackId="areas"
      fill={patternFill(id, series)}
      fillOpacity={raised !== null && raised !== series.key ? 0.2 : 1}
      stroke="var(--muster-window)"
      strokeWidth={1}
      isAnimationActive={false}
      activeDot={false}
      dot={false}
    />
  );
}

/** The marks of an area: for each of its places what of it is nearest, and at its end its name. */
export function bandOf(series: Series, drawing: Drawing): ReactElement {
  const last = drawing.places.at(-1);
  return (
    <Bar
      key={series.key}
      dataKey={(place: Place) => place.values[series.key]}
      stackId="all"
      isAnimationActive={false}
      shape={({ x, y, width, height, payload }: BarShapeProps) => {
        const place = payload as Place;
        if (!hasMark(drawing, place, series)) return <g />;
        const [from, mid] = [Math.min(y, y + height), y + height / 2];
        const isLast = drawing.series.length > 1 && place.key === last?.key;
        const isNamed = isLast && Math.abs(height) >= NAMED_AREA * textScale();
        return (
          <>
            <Mark
              place={place}
              series={series}
              shape={{ kind: 'band', x, y: from, width, height: Math.max(2, Math.abs(height)) }}
            />
            {isNamed ? (
              <text x={x + width / 2 + 6} y={mid} dy="0.35em" className={styles.value}>
                {series.label}
              </text>
            ) : null}
          </>
        );
      }}
    />
  );
}
