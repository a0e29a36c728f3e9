import type { AuditOutcome } from '../../../electron/contract/audits.ts';
import { formatCount, formatMany } from '../../format/numbers.ts';

/** What became of the keys of the first extract: one sentence when they balance, else one for each thing that is wrong. */
export function outcomeSentences(outcome: AuditOutcome): readonly string[] {
  const { entered, targets, traced, unreported, missing, contradictory, balanced } = outcome;
  const sum = `${formatMany(entered, 'key')} entered`;
  const ends = `${formatCount(targets)} in the last extract, ${formatCount(traced)} in the trace files`;
  if (balanced) {
    return [
      `${sum} = ${formatMany(targets, 'target')} + ${formatCount(traced)} filtered with a reason. No key is lost or told twice.`,
    ];
  }
  const is = (count: number) => (count === 1 ? 'is' : 'are');
  const wrong = [
    missing > 0 &&
      `${formatMany(missing, 'key')} ${is(missing)} neither in the last extract nor in any trace file.`,
    unreported > 0 &&
      `${formatMany(unreported, 'key')} ${is(unreported)} known only to another trace file, not to the main ones.`,
    contradictory > 0 &&
      `${formatMany(contradictory, 'key')} ${is(contradictory)} in the last extract and in a trace file, too.`,
  ].filter((sentence) => sentence !== false);
  const explained = `${sum}: ${ends}.`;
  if (wrong.length > 0) return [explained, ...wrong];
  return [explained, 'These two do not add up to the keys that entered.'];
}
