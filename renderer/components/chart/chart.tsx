import { VisuallyHidden } from '@mantine/core';
import { type RefObject, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styles from './chart.module.css';
import { type Marks, MarksContext } from './chart-context.ts';
import { drawingOf, drawsAreas, markText, type Place } from './drawing.ts';
import type { OpenedMark, PlotInsight } from './insight-kinds.ts';
import { Legend } from './legend.tsx';
import { NoFigures } from './no-figures.tsx';
import { patternFill } from './patterns.tsx';
import { Plot } from './plot.tsx';
import type { Series } from './series.ts';
import { kindInWords, plotSummary } from './summary.ts';
import { useTip } from './use-tip.tsx';
import { firstMark, type MarkName, walkMarks } from './walk-marks.ts';

interface ChartProps {
  readonly insight: PlotInsight;
  /** In pixels. */
  readonly height?: number;
  /** Where the drawing stands, for a picture of it. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onOpen: (mark: OpenedMark) => void;
  /** A mark of several series together was opened. */
  readonly onOthers: () => void;
}

/** A chart with its legend: marks show their figure to the mouse and to the keyboard, and open what is behind them. */
export function Chart({ insight, height = 300, frame, onOpen, onOthers }: ChartProps) {
  const id = useId();
  const drawing = useMemo(() => drawingOf(insight), [insight]);
  const [chosen, setChosen] = useState<MarkName | null>(null);
  const [raised, setRaised] = useState<string | null>(null);
  const { tip, show, hide } = useTip(frame);
  const acts = useRef({ onOpen, onOthers, show, hide });
  acts.current = { onOpen, onOthers, show, hide };
  const marks = useMemo((): Marks => {
    const { places, series } = drawing;
    const placeOf = ({ place }: MarkName) => places.find(({ key }) => key === place);
    const seriesOf = (name: MarkName) => series.find(({ key }) => key === name.series);
    const textOf = (place: Place, each: Series) => markText(insight, place, each);
    const isOthers = (each: Series) => insight.series !== null && each.value === undefined;
    const open = (place: Place, each: Series) => {
      if (!insight.opens || place.x === undefined) return;
      if (isOthers(each)) return acts.current.onOthers();
      acts.current.onOpen({
        values: { x: place.x, ...(each.value !== undefined && { series: each.value }) },
        title: `${insight.title}: ${textOf(place, each)}`,
      });
    };
    return {
      current: chosen && placeOf(chosen) && seriesOf(chosen) ? chosen : firstMark(drawing),
      raised,
      drawing,
      opens: insight.opens,
      textOf,
      actOf: (each) => (isOthers(each) ? 'Show as table' : 'Open the records'),
      onShow: (name, element) => {
        const [place, each] = [placeOf(name), seriesOf(name)];
        if (place && each) acts.current.show([textOf(place, each)], element);
      },
      onHide: () => acts.current.hide(),
      onKey: (name, key) => {
        if (key === 'Escape') {
          acts.current.hide();
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
  if (drawing.places.every(({ values }) => Object.keys(values).length === 0)) return <NoFigures />;
  return (
    <div className={styles.chart}>
      {drawing.series.length > 1 ? (
        <Legend
          series={drawing.series}
          isLines={insight.chart === 'line'}
          fillOf={drawsAreas(insight, drawing) ? (each) => patternFill(id, each) : undefined}
          raised={raised}
          onRaise={setRaised}
        />
      ) : null}
      <VisuallyHidden id={`${id}-summary`}>{plotSummary(insight, drawing)}</VisuallyHidden>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
      <div
        ref={frame}
        className={styles.frame}
        role="group"
        aria-label={`${insight.title}: ${kindInWords(insight)}. The arrow keys go from mark to mark.`}
        aria-describedby={`${id}-summary`}
      >
        <MarksContext value={marks}>
          <Plot insight={insight} drawing={drawing} height={height} raised={raised} id={id} />
        </MarksContext>
        {tip}
      </div>
      {drawing.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
