import { formatCount } from '../../format/numbers.ts';

/** "+12", "−3" or "±0". */
export function changeText(change: number): string {
  if (change === 0) return '±0';
  return change > 0 ? `+${formatCount(change)}` : `−${formatCount(-change)}`;
}
