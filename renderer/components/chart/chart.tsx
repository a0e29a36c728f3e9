import { type RefObject, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Insight } from '../../../electron/contract/insights.ts';
import styles from './chart.module.css';
import { type Marks, MarksContext } from './chart-context.ts';
import { drawingOf, markText, type Place, type Series } from './drawing.ts';
import { Legend } from './legend.tsx';
import { Plot } from './plot.tsx';
import { firstMark, type MarkName, walkMarks } from './walk-marks.ts';

interface ChartProps {
  readonly insight: Insight;
  /** In pixels. */
  readonly height?: number;
  /** Where the drawing stands, for a picture of it. */
  readonly frame: RefObject<HTMLDivElement | null>;
  /** A mark was opened; `series` is undefined where the chart has none. */
  readonly onOpen: (mark: {
    readonly x: string | null;
    readonly series?: string | null;
    readonly text: string;
  }) => void;
  /** A mark of several series together was opened. */
  readonly onOthers: () => void;
}

interface Tip {
  readonly text: string;
  /** In pixels within the frame. */
  readonly x: number;
  readonly y: number;
  /** Which of its edges stands over the mark, so that it stays within the frame. */
  readonly edge: 'start' | 'middle' | 'end';
}

/** Half of the widest text over a mark, in pixels. */
const HALF_TIP = 160;

/** A chart with its legend: marks show their figure to the mouse and to the keyboard, and open what is behind them. */
export function Chart({ insight, height = 300, frame, onOpen, onOthers }: ChartProps) {
  const drawing = useMemo(() => drawingOf(insight), [insight]);
  const [chosen, setChosen] = useState<MarkName | null>(null);
  const [raised, setRaised] = useState<string | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const acts = useRef({ onOpen, onOthers });
  acts.current = { onOpen, onOthers };
  const marks = useMemo((): Marks => {
    const { places, series } = drawing;
    const placeOf = ({ place }: MarkName) => places.find(({ key }) => key === place);
    const seriesOf = (name: MarkName) => series.find(({ key }) => key === name.series);
    const textOf = (place: Place, each: Series) => markText(insight, place, each);
    const open = (place: Place, each: Series) => {
      if (!insight.opens || place.x === undefined) return;
      if (insight.series !== null && each.value === undefined) return acts.current.onOthers();
      acts.current.onOpen({
        x: place.x,
        text: textOf(place, each),
        ...(each.value !== undefined && { series: each.value }),
      });
    };
    return {
      current: chosen && placeOf(chosen) && seriesOf(chosen) ? chosen : firstMark(drawing),
      raised,
      drawing,
      opens: insight.opens,
      textOf,
      onShow: (name, element) => {
        const [place, each, around] = [placeOf(name), seriesOf(name), frame.current?.getBoundingClientRect()];
        if (!place || !each || !around) return;
        const box = element.getBoundingClientRect();
        const x = box.x + box.width / 2 - around.x;
        const edge = x < HALF_TIP ? 'start' : x > around.width - HALF_TIP ? 'end' : 'middle';
        setTip({ text: textOf(place, each), x, y: box.y - around.y, edge });
      },
      onHide: () => setTip(null),
      onKey: (name, key) => {
        if (key === 'Escape') {
          setTip(null);
          return false;
        }
        const [place, each] = [placeOf(name), seriesOf(name)];
        if ((key === 'Enter' || key === ' ') && place && each) {
          open(place, each);
          return true;
        }
        const next = walkMarks(drawing, name, key);
        if (!next) return false;
        // It can be focused only once it is drawn as the current one.
        flushSync(() => setChosen(next));
        frame.current
          ?.querySelector<SVGElement>(`[data-mark="${CSS.escape(`${next.place} ${next.series}`)}"]`)
          ?.focus();
        return true;
      },
      onOpen: open,
    };
  }, [drawing, insight, chosen, raised, frame]);
  return (
    <div className={styles.chart}>
      {drawing.series.length > 1 ? (
        <Legend series={drawing.series} raised={raised} onRaise={setRaised} />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
      <div
        ref={frame}
        className={styles.frame}
        role="group"
        aria-label={`${insight.title}: a chart. The arrow keys go from mark to mark.`}
      >
        <MarksContext value={marks}>
          <Plot insight={insight} drawing={drawing} height={height} raised={raised} />
        </MarksContext>
        {tip ? (
          <div
            className={styles.tip}
            data-edge={tip.edge}
            style={{ insetInlineStart: tip.x, insetBlockStart: tip.y }}
            aria-hidden="true"
          >
            {tip.text}
          </div>
        ) : null}
      </div>
      {drawing.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
