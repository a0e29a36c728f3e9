import type { ViewColumn } from '../../../electron/contract/views.ts';
import { formatDecimal } from '../../format/numbers.ts';
import { plainInstant } from '../../format/times.ts';

/** What stands for a masked value. */
const MASK = '•••••';

/** Words in the names of columns that tell of a person. */
const PERSONAL = /name|phone|mobile|street|address|birth|postcode|zip/i;

/** Whether a column is masked when personal data are. */
export function isPersonal({ kind, name }: ViewColumn): boolean {
  return kind === 'email' || (kind === 'text' && PERSONAL.test(name));
}

/** Whether cells of the column are set to the right, as figures are. */
export function isFigure({ kind }: Pick<ViewColumn, 'kind'>): boolean {
  return kind === 'integer' || kind === 'decimal';
}

/** A cell as the screen shows it; null for an empty one. */
export function cellText(
  text: string | null | undefined,
  column: ViewColumn,
  masked: boolean,
): string | null {
  if (text === null || text === undefined) return null;
  if (masked) return text === '' ? '' : MASK;
  if (isFigure(column)) return formatDecimal(text);
  if (column.kind === 'timestamp') return plainInstant(text);
  // One line a row: line ends are shown, not obeyed.
  return text.length > 500 ? `${text.slice(0, 500)}…` : text.replace(/\r\n|\r|\n/g, ' ⏎ ');
}
