import type { CorrectionResult } from '../../../electron/contract/quarantine.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';

/** What a correction came to: "44 records are corrected: 40 are accepted now, 4 have a fault still." */
export function correctedSentence({ changed, accepted, faulty }: CorrectionResult): string {
  if (changed === 0) return 'No record was changed.';
  const head = `${formatMany(changed, 'record')} ${changed === 1 ? 'is' : 'are'} changed`;
  const parts = [
    accepted > 0 ? `${formatCount(accepted)} ${accepted === 1 ? 'is' : 'are'} accepted now` : '',
    faulty > 0 ? `${formatCount(faulty)} ${faulty === 1 ? 'has' : 'have'} a fault still` : '',
  ].filter(Boolean);
  return parts.length === 0 ? `${head}.` : `${head}: ${parts.join(', ')}.`;
}
