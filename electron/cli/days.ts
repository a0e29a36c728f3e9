import { UsageFailure } from '../engine/failure.ts';
import { isDay } from '../engine/ingest/values.ts';
import { today } from '../engine/today.ts';

/** The day that an option says, else today on the user's own calendar; throws a UsageFailure for what is no day. */
export function readDay(option: string, text: string | undefined): string {
  if (text === undefined) return today();
  if (text.length === 10 && isDay(text)) return text;
  throw new UsageFailure(`${option} is "${text}", which is no day.`, 'Write it as YYYY-MM-DD.');
}
