import type { XAxisTickContentProps } from 'recharts';
import { wrapWords } from './wrap-words.ts';

/** About the width of a character, and the height of a line, in pixels. */
const CHARACTER = 6.2;
const LINE = 13;
const MOST_LINES = 3;

/** A name under the x axis, in as many lines as its place needs. */
export function WrappedTick({ x, y, payload, width, visibleTicksCount }: XAxisTickContentProps) {
  const room = Math.floor((Number(width) / Math.max(1, visibleTicksCount) - 6) / CHARACTER);
  const lines = wrapWords(String(payload.value), room, MOST_LINES);
  return (
    <text textAnchor="middle" fontSize={11} fill="var(--muster-dim)">
      {lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={x} y={Number(y) + 8 + index * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
