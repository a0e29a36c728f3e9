import { createContext } from 'react';
import type { Drawing, Place } from './drawing.ts';
import type { Series } from './series.ts';
import type { MarkName } from './walk-marks.ts';

/** What the marks of a chart share. */
export interface Marks {
  /** The mark that Tab comes to. */
  readonly current: MarkName | null;
  /** The key of the series that alone is in full colour. */
  readonly raised: string | null;
  readonly drawing: Drawing;
  readonly opens: boolean;
  textOf(place: Place, series: Series): string;
  /** What opening a mark of a series does. */
  actOf(series: Series): string;
  onShow(mark: MarkName, element: Element): void;
  onHide(): void;
  onKey(mark: MarkName, key: string): boolean;
  onOpen(place: Place, series: Series): void;
}

export const MarksContext = createContext<Marks | null>(null);
