import type { XAxisTickContentProps } from 'recharts';
import { textScale } from './text-scale.ts';
import { wrapWords } from './wrap-words.ts';

/** About the width of a character, and the height of a line, in pixels where text has its usual size. */
const CHARACTER = 6.2;
const LINE = 13;
const MOST_LINES = 3;
/** So many characters of the last name are given room. */
const MOST_LAST = 12;
/** The least width that the names of a chart have together, in pixels, where nothing stands at its right. */
const NARROW = 400;

/** The height that the names under an axis take together with its title, in pixels; `beside` are taken at its right. */
export function wrappedTickHeight(places: readonly { readonly label: string }[], beside: number): number {
  const scale = textScale();
  const room = (NARROW - beside) / Math.max(1, places.length) / (CHARACTER * scale) - 1;
  const lines = places.map(({ label }) => wrapWords(label, room, MOST_LINES).length);
  return (36 + (Math.max(1, ...lines) - 1) * LINE) * scale;
}

/** How far the last name under an axis that ends with a point reaches beyond that point, in pixels. */
export function lastTickSpace(places: readonly { readonly label: string }[]): number {
  const length = Math.min(places.at(-1)?.label.length ?? 0, MOST_LAST);
  return (length / 2) * CHARACTER * textScale();
}

/** A name under the x axis, in as many lines as its place needs. */
export function WrappedTick({ x, y, payload, width, visibleTicksCount }: XAxisTickContentProps) {
  const scale = textScale();
  const room = Math.floor((Number(width) / Math.max(1, visibleTicksCount) - 6) / (CHARACTER * scale));
  const lines = wrapWords(String(payload.value), room, MOST_LINES);
  return (
    <text textAnchor="middle" style={{ fontSize: '0.6875rem' }} fill="var(--muster-dim)">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and they stay in their order.
        <tspan key={`${index} ${line}`} x={x} y={Number(y) + (8 + index * LINE) * scale}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
