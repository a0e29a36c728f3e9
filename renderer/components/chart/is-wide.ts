import type { Insight } from '../../../electron/contract/insights.ts';
import { SENTENCE } from './rows/insight-rows.tsx';

/** More places than this take the whole width. */
const WIDE = 12;
/** The characters that names under an axis of half the width have room for, each in as many lines as it has words. */
const MOST_CHARACTERS = 66;
/** Tables of more columns take the whole width. */
const MOST_COLUMNS = 4;

/** Kinds of which every chart takes the whole width. */
const ALWAYS_WIDE: readonly Insight['chart'][] = ['fields', 'cards', 'heat map', 'status grid'];

/** Whether a chart needs the whole width of the screen; before its data are there, as far as its kind says so. */
export function isWide(chart: Insight['chart'], insight: Insight | undefined): boolean {
  return ALWAYS_WIDE.includes(chart) || (insight !== undefined && needsWidth(insight));
}

function needsWidth(insight: Insight): boolean {
  const { columns, rows } = insight;
  switch (insight.chart) {
    case 'fields':
      return true;
    case 'table':
      return insight.shown.length >= MOST_COLUMNS || rows.some((row) => row.some(isLong));
    default: {
      const { x } = insight;
      const at = columns.indexOf(x.column);
      const names = [...new Set(rows.map((row) => row[at]))];
      const longest = Math.max(
        0,
        ...names.flatMap((name) => String(name).split(/[\s_]/)).map(({ length }) => length),
      );
      return names.length > WIDE || (x.format === 'text' && names.length * longest > MOST_CHARACTERS);
    }
  }
}

/** Whether a cell is a sentence rather than a name. */
function isLong(cell: string | number | null): boolean {
  return typeof cell === 'string' && cell.length > SENTENCE;
}
