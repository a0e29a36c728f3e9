import type { Axis } from '../../../../electron/contract/insights.ts';
import { formatDecimal } from '../../../format/numbers.ts';
import { axisText } from '../axis-text.ts';
import type { StatusGridInsight } from '../insight-kinds.ts';

/** How something stands, from the best to the worst. */
export const STATUSES = ['ok', 'warn', 'fail'] as const;

export type Status = (typeof STATUSES)[number];

/** A status as a word of its own. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = { ok: 'OK', warn: 'Warning', fail: 'Failed' };

/** The status that a row's cell has; undefined where there is none. */
export function statusOf(text: string | null): Status | undefined {
  return STATUSES.find((status) => status === text);
}

/** What stands in a cell: a number as the user writes it. */
export function statusValue(value: string | null): string {
  return value === null ? '' : formatDecimal(value);
}

/** A cell in words: "bookings, volume: Warning, 1,234". */
export function statusTitle(
  { x, y }: StatusGridInsight,
  xValue: string | null,
  yValue: string | null,
  status: string | null,
  value: string | null,
): string {
  const name = (axis: Axis, text: string | null) => axisText(text, axis.format);
  const found = statusOf(status);
  const words = [...(found ? [STATUS_WORDS[found]] : []), ...(value === null ? [] : [statusValue(value)])];
  return `${name(y, yValue)}, ${name(x, xValue)}: ${words.join(', ')}`;
}

/** What a picture says of the colours of cells. */
export function statusEntries(): readonly { readonly label: string; readonly colour: string }[] {
  const colours = { ok: 'var(--muster-good)', warn: 'var(--muster-warn)', fail: 'var(--muster-bad)' };
  return STATUSES.map((status) => ({ label: STATUS_WORDS[status], colour: colours[status] }));
}
