import type { ViewColumn, ViewRow } from '../../../electron/contract/views.ts';
import { cellText } from './cell-text.ts';

/** Narrowest and widest that a column is made by itself, in CSS pixels at ordinary text size. */
const LEAST = 64;
const MOST = 300;
/** Beside the text: padding, and the header's sign and menu. */
const CELL_ROOM = 22;
const HEAD_ROOM = 40;

let canvas: CanvasRenderingContext2D | null = null;

/** How wide a column has to be for its title and these rows, in CSS pixels; `scale` is the text size against the ordinary one. */
export function fittingWidth(
  column: ViewColumn,
  place: number,
  rows: readonly ViewRow[],
  scale: number,
  most = MOST,
): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return 160 * scale;
  const family = getComputedStyle(document.body).fontFamily;
  canvas.font = `600 ${12 * scale}px ${family}`;
  let width = canvas.measureText(column.title).width + HEAD_ROOM * scale;
  canvas.font = `${13 * scale}px ${family}`;
  for (const { cells, faulty } of rows) {
    const text = cellText(cells[place], column, false);
    if (text === null) continue;
    const sign = faulty?.includes(place) ? 18 * scale : 0;
    width = Math.max(width, canvas.measureText(text).width + CELL_ROOM * scale + sign);
  }
  return Math.ceil(Math.max(LEAST * scale, Math.min(most * scale, width)));
}

/** The text size against the ordinary one of 16 pixels. */
export function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
