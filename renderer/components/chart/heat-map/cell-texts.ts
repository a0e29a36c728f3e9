import type { Axis } from '../../../../electron/contract/insights.ts';
import { briefTexts, valueText } from '../axis-text.ts';
import type { HeatMapInsight } from '../insight-kinds.ts';
import { wrapWords } from '../wrap-words.ts';
import type { Cell } from './heat-grid.ts';
import { BOLD_CHARACTER, CELL_PADDING, CHARACTER, type HeatLayout } from './heat-layout.ts';

/** About the width of a character of the large figure, in pixels where text has its usual size. */
const LARGE_CHARACTER = 11;

/** What a cell has written in it. */
export interface CellTexts {
  /** In lines. */
  readonly label: readonly string[];
  readonly value: string | null;
  readonly figures: readonly (string | null)[];
}

/** So large a share of small cells must have room for their figures, or none is written. */
const ENOUGH = 0.9;

/** The words and figures of cells, as far as they fit: rather shorter than cut off, and in all cells in the same way. */
export function cellTexts(
  { value, figures }: HeatMapInsight,
  { isLarge, labelLines, cellWidth, scale }: HeatLayout,
  cells: readonly Cell[],
): ReadonlyMap<Cell, CellTexts> {
  const room = cellWidth / scale - (isLarge ? 2 * CELL_PADDING : 3);
  const brief = cells.map((cell) => briefTexts(cell.value, value.format));
  if (!isLarge) {
    const small = alike(brief, room / CHARACTER, ENOUGH);
    return new Map(cells.map((cell, at) => [cell, { label: [], value: small[at] ?? null, figures: [] }]));
  }
  const full = cells.map((cell, at) => [valueText(cell.value, value.format), ...(brief[at] ?? [])]);
  const values = alike(full, room / LARGE_CHARACTER, 0);
  const further = figures.map((axis, index) =>
    alike(
      cells.map((cell) => figureTexts(cell.figures[index]?.value ?? null, axis)),
      room / CHARACTER,
      0,
    ),
  );
  return new Map(
    cells.map((cell, at) => [
      cell,
      {
        label:
          cell.label === null ? [] : wrapWords(cell.label, Math.floor(room / BOLD_CHARACTER), labelLines),
        value: values[at] ?? null,
        figures: further.map((texts) => texts[at] ?? null),
      },
    ]),
  );
}

/** A further figure from its longest text to its shortest, as many for each. */
function figureTexts(figure: number | null, { title, format }: Axis): readonly string[] {
  const full = valueText(figure, format);
  const texts = [full, ...(figure === null ? [full, full] : briefTexts(figure, format))];
  return [...texts.map((text) => `${title} ${text}`), ...texts];
}

/**
 * Of the ways to write each cell's text the first for which most fit; of that the texts that fit. Where fewer fit than the share that is
 * asked for, none.
 */
function alike(
  ways: readonly (readonly string[])[],
  most: number,
  share: number,
): readonly (string | null)[] {
  const fits = (text: string | undefined) => text !== undefined && text.length <= most;
  const shares = (ways[0] ?? []).map(
    (_, way) => ways.filter((texts) => fits(texts[way])).length / ways.length,
  );
  const best = Math.max(...shares, 0);
  const way = shares.indexOf(best);
  return ways.map((texts) => (best >= share && fits(texts[way]) ? (texts[way] ?? null) : null));
}

/** What is said over a cell that is pointed at: the cell in words, then its label and its further figures. */
export function tipLines({ title, label, figures }: Cell): readonly string[] {
  return [
    title,
    ...(label === null ? [] : [label]),
    ...figures.map(({ axis, value }) => `${axis.title}: ${valueText(value, axis.format)}`),
  ];
}
