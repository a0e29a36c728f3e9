import { axisText } from './axis-text.ts';
import type { Place } from './drawing.ts';

/** So many months without data are drawn as empty places; longer gaps break the axis. */
const LONGEST_GAP = 6;

/** Puts the months without data between those with some, so that a gap is seen; a long one is a break with a sentence. */
export function spreadMonths(places: readonly Place[]): {
  readonly places: readonly Place[];
  readonly notes: readonly string[];
} {
  const spread: Place[] = [];
  const notes: string[] = [];
  let last: number | null = null;
  for (const place of places) {
    const month = monthNumber(place.x ?? null);
    const missing = month !== null && last !== null ? month - last - 1 : 0;
    if (month !== null && last !== null && missing > LONGEST_GAP) {
      spread.push({ key: `gap${month}`, label: '⋯', values: {}, total: null });
      const [from, to] = [monthText(last + 1), monthText(month - 1)];
      notes.push(
        `The axis leaves out ${axisText(from, 'month')} to ${axisText(to, 'month')}, which have nothing.`,
      );
    } else if (last !== null) {
      for (let step = 1; step <= missing; step++) {
        const x = monthText(last + step);
        spread.push({ key: `x${x}`, x, label: axisText(x, 'month'), values: {}, total: 0 });
      }
    }
    spread.push(place);
    if (month !== null) last = month;
  }
  return { places: spread, notes };
}

/** Months since the year 0; null for what is no month. */
function monthNumber(text: string | null): number | null {
  const parts = /^(\d{4})-(\d\d)$/.exec(text ?? '');
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : null;
}

function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
