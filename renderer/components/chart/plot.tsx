import { memo, type ReactElement } from 'react';
import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  LabelList,
  type LabelProps,
  Line,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { Insight } from '../../../electron/contract/insights.ts';
import { tickText, valueText } from './axis-text.ts';
import styles from './chart.module.css';
import type { Drawing, Place, Series } from './drawing.ts';
import { endLabelSpace, endLabels } from './end-labels.ts';
import { Mark } from './mark.tsx';
import { seriesColour } from './palette.ts';
import { textScale } from './text-scale.ts';
import { WrappedTick, wrappedTickHeight } from './wrapped-tick.tsx';

/** Up to so many places each has its figure written over it. */
const MOST_LABELS = 16;
/** Recharts takes no class that may be absent. */
const LOOK = {
  axisTitle: styles.axisTitle ?? '',
  value: styles.value ?? '',
};
const TICK = { fill: 'var(--muster-dim)', fontSize: '0.6875rem' };
const LINE_DASHES = ['', '7 4', '2 3', '10 3 2 3'];

interface PlotProps {
  readonly insight: Insight;
  readonly drawing: Drawing;
  /** In pixels, where text has its usual size. */
  readonly height: number;
  /** The key of the series that alone is in full colour. */
  readonly raised: string | null;
}

/** The drawn part of a chart. */
export const Plot = memo(function Plot({ insight, drawing, height, raised }: PlotProps) {
  const { series, places } = drawing;
  const scale = textScale();
  const isLine = insight.chart === 'line';
  const isFew = places.length <= MOST_LABELS;
  const ends = isLine ? endLabels(drawing) : new Set<string>();
  return (
    <ResponsiveContainer width="100%" height={height * scale} debounce={50}>
      <ComposedChart
        data={[...places]}
        accessibilityLayer={false}
        margin={{
          top: 20 * scale,
          right: isLine ? endLabelSpace(drawing, ends) : 8,
          bottom: isFew ? 4 : 22 * scale,
          left: 14 * scale,
        }}
        stackOffset="sign"
        barCategoryGap={places.length > 24 ? '12%' : '24%'}
      >
        <CartesianGrid vertical={false} stroke="var(--muster-line)" />
        <XAxis
          dataKey="label"
          // Few places have each its name, in several lines where it is long; of many some are left out.
          {...(isFew
            ? { interval: 0, tick: WrappedTick, height: wrappedTickHeight(places) }
            : { interval: 'equidistantPreserveStart', tick: TICK })}
          minTickGap={10}
          tickLine={false}
          axisLine={{ stroke: 'var(--muster-line-strong)' }}
          label={{
            value: insight.x.title,
            position: 'insideBottom',
            offset: isFew ? 4 : -14 * scale,
            className: LOOK.axisTitle,
          }}
        />
        <YAxis
          tickFormatter={tickText}
          width="auto"
          tickLine={false}
          axisLine={false}
          allowDecimals={insight.y.format === 'money'}
          tick={TICK}
          label={{
            value: insight.y.title,
            angle: -90,
            position: 'insideLeft',
            offset: -4,
            className: LOOK.axisTitle,
            style: { textAnchor: 'middle' },
          }}
        />
        {series.map((each) => (isLine ? lineOf(each, places, ends, raised) : barOf(each)))}
        {!isLine && isFew ? (
          <Line dataKey="total" stroke="none" dot={false} activeDot={false} isAnimationActive={false}>
            <LabelList
              dataKey="total"
              position="top"
              className={LOOK.value}
              formatter={(value: unknown) => valueText(Number(value), insight.y.format)}
            />
          </Line>
        ) : null}
      </ComposedChart>
    </ResponsiveContainer>
  );
});

function barOf(series: Series): ReactElement {
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

function lineOf(
  series: Series,
  places: readonly Place[],
  ends: ReadonlySet<string>,
  raised: string | null,
): ReactElement {
  return (
    <Line
      key={series.key}
      dataKey={(place: Place) => place.values[series.key]}
      stroke={seriesColour(series.colour)}
      strokeWidth={2}
      strokeOpacity={raised !== null && raised !== series.key ? 0.2 : 1}
      strokeDasharray={LINE_DASHES[series.colour % LINE_DASHES.length] ?? ''}
      isAnimationActive={false}
      activeDot={false}
      dot={({ cx, cy, index }: { cx?: number; cy?: number; index: number }) => {
        const place = places[index];
        if (!place?.values[series.key] || cx === undefined || cy === undefined) return <g key={index} />;
        return <Mark key={index} place={place} series={series} shape={{ kind: 'point', x: cx, y: cy }} />;
      }}
    >
      {ends.has(series.key) ? (
        <LabelList
          content={({ x, y, index }: LabelProps & { readonly index?: number }) =>
            index === places.length - 1 ? (
              <text x={Number(x) + 10} y={Number(y)} dy="0.35em" className={LOOK.value}>
                {series.label}
              </text>
            ) : null
          }
        />
      ) : null}
    </Line>
  );
}
