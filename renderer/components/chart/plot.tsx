import { memo } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { tickText, valueText } from './axis-text.ts';
import styles from './chart.module.css';
import { type Drawing, drawsAreas } from './drawing.ts';
import { endLabelSpace, endLabels } from './end-labels.ts';
import type { PlotInsight } from './insight-kinds.ts';
import { areaPatterns } from './patterns.tsx';
import { areaOf, bandOf, barOf, LINE_AXIS, lineOf } from './plot-parts.tsx';
import { textScale } from './text-scale.ts';
import { lastTickSpace, WrappedTick, wrappedTickHeight } from './wrapped-tick.tsx';

/** Up to so many places each has its figure written over it. */
const MOST_LABELS = 16;
/** The characters that fit over all bars of a chart in the least width that it has. */
const MOST_CHARACTERS = 66;
/** Recharts takes no class that may be absent. */
const LOOK = {
  axisTitle: styles.axisTitle ?? '',
  value: styles.value ?? '',
};
const NO_DOT = <g />;
const TICK = { fill: 'var(--muster-dim)', fontSize: '0.6875rem' };

interface PlotProps {
  readonly insight: PlotInsight;
  readonly drawing: Drawing;
  /** In pixels, where text has its usual size. */
  readonly height: number;
  /** The key of the series that alone is in full colour. */
  readonly raised: string | null;
  /** With what the ids of its patterns begin. */
  readonly id: string;
}

/** The drawn part of a chart. */
export const Plot = memo(function Plot({ insight, drawing, height, raised, id }: PlotProps) {
  const { series, places } = drawing;
  const { x, y, line } = insight;
  const scale = textScale();
  const isFew = places.length <= MOST_LABELS;
  const isLine = insight.chart === 'line';
  const isArea = drawsAreas(insight, drawing);
  const ends = isLine ? endLabels(drawing) : new Map<string, number>();
  // One area alone is what the axis says.
  const names = isArea ? () => series.length > 1 : (key: string) => ends.has(key);
  const over = series.find((each) => each.isLine);
  const right = isLine
    ? Math.max(endLabelSpace(drawing, names), lastTickSpace(places))
    : isArea
      ? endLabelSpace(drawing, names)
      : over
        ? 14 * scale
        : 8;
  return (
    <ResponsiveContainer width="100%" height={height * scale} debounce={50}>
      <ComposedChart
        data={[...places]}
        accessibilityLayer={false}
        margin={{
          top: 20 * scale,
          right,
          bottom: isFew ? 4 : 22 * scale,
          left: 14 * scale,
        }}
        stackOffset="sign"
        barCategoryGap={isArea ? 0 : places.length > 24 ? '12%' : '24%'}
      >
        {isArea ? <defs>{areaPatterns(id, series)}</defs> : null}
        <CartesianGrid vertical={false} stroke="var(--muster-line)" />
        <XAxis
          dataKey="label"
          // Few places have each its name, in several lines where it is long; of many some are left out.
          {...(isFew
            ? { interval: 0, tick: WrappedTick, height: wrappedTickHeight(places, right) }
            : { interval: 'equidistantPreserveStart', tick: TICK })}
          minTickGap={10}
          tickLine={false}
          axisLine={{ stroke: 'var(--muster-line-strong)' }}
          label={{
            value: x.title,
            position: 'insideBottom',
            offset: isFew ? 4 : -14 * scale,
            className: LOOK.axisTitle,
          }}
        />
        <YAxis
          tickFormatter={(value: number) => tickText(value, y.format)}
          width="auto"
          tickLine={false}
          axisLine={false}
          allowDecimals={y.format === 'money' || y.format === 'rate'}
          tick={TICK}
          label={{ ...AXIS_TITLE, value: y.title, angle: -90, position: 'insideLeft', offset: -4 }}
        />
        {line ? (
          <YAxis
            yAxisId={LINE_AXIS}
            orientation="right"
            tickFormatter={(value: number) => tickText(value, line.format)}
            width="auto"
            tickLine={false}
            axisLine={false}
            tick={TICK}
            label={{ ...AXIS_TITLE, value: line.title, angle: 90, position: 'insideRight', offset: -4 }}
          />
        ) : null}
        {isArea ? series.map((each) => areaOf(each, id, raised)) : null}
        {series.map((each) => {
          if (isArea) return bandOf(each, drawing);
          return isLine ? lineOf(each, drawing, ends, raised) : each.isLine ? null : barOf(each);
        })}
        {over && places.some(({ values }) => (values[over.key] ?? 0) < 0) ? (
          // Where the line has its nought is not where the bars have theirs.
          <ReferenceLine y={0} yAxisId={LINE_AXIS} stroke="var(--muster-line-strong)" strokeDasharray="2 4" />
        ) : null}
        {over ? lineOf(over, drawing, ends, raised) : null}
        {!isLine && !isArea && !over && isFew ? (
          // A line of one place has a dot whatever is said, unless it is drawn as nothing.
          <Line dataKey="total" stroke="none" dot={NO_DOT} activeDot={false} isAnimationActive={false}>
            <LabelList
              dataKey="total"
              position="top"
              className={LOOK.value}
              formatter={labelsOf(insight, drawing)}
            />
          </Line>
        ) : null}
      </ComposedChart>
    </ResponsiveContainer>
  );
});

const AXIS_TITLE = { className: LOOK.axisTitle, style: { textAnchor: 'middle' } } as const;

/** What stands over bars: their figures in full, or in few characters where these would not fit beside one another. */
function labelsOf({ y }: PlotInsight, { places }: Drawing): (value: unknown) => string {
  const full = (value: unknown) => (typeof value === 'number' ? valueText(value, y.format) : '');
  const longest = Math.max(...places.map(({ total }) => full(total).length));
  if (longest * places.length <= MOST_CHARACTERS) return full;
  return (value) => (typeof value === 'number' ? tickText(value, y.format) : '');
}
