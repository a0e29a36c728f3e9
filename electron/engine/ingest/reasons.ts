import type { Code } from '../../contract/codes.ts';
import type { Beside } from './beside.ts';
import { besideAdvice, besideSentence } from './beside-words.ts';

/** What a code means to the person who reads it. */
export interface Reason {
  readonly title: string;
  readonly sentence: string;
  readonly whatToDo: string;
}

/** The catalogue of reasons for which a record is quarantined. */
export const REASONS: Readonly<Record<Code, Reason>> = {
  missing_value: {
    title: 'Value is missing',
    sentence: 'A required column is empty.',
    whatToDo: 'Fill it in, or ask the supplier for it.',
  },
  not_a_number: {
    title: 'Not a number',
    sentence: 'Only digits with an optional sign and up to four decimals after a point are read as a number.',
    whatToDo: 'Write it as 1234.50, without currency sign, exponent or thousands separator.',
  },
  not_a_date: {
    title: 'Not a date',
    sentence: 'A date is a real day, written year-month-day.',
    whatToDo: 'Write it as 2026-11-20.',
  },
  not_a_timestamp: {
    title: 'Not a point in time',
    sentence: 'A point in time is a real day, optionally followed by a time and a zone.',
    whatToDo: 'Write it as 2026-11-20T14:30:00Z or 2026-11-20 14:30:00+01:00.',
  },
  not_a_boolean: {
    title: 'Not yes or no',
    sentence: 'Yes and no are written 1 or 0, true or false, yes or no, y or n, t or f.',
    whatToDo: 'Write one of these.',
  },
  not_allowed: {
    title: 'Not an allowed value',
    sentence: 'The column takes only values that its source lists, or that fit the columns beside it.',
    whatToDo: 'Write one of the values that it takes.',
  },
  out_of_range: {
    title: 'Out of range',
    sentence: 'The value is smaller or larger, or the day later, than the column takes.',
    whatToDo: 'Check the value with the supplier.',
  },
  duplicate_key: {
    title: 'Key is there already',
    sentence: 'An earlier accepted record has the same key; the earlier one stays.',
    whatToDo: 'Decide which of the two is right, and leave the other out.',
  },
  too_few_fields: {
    title: 'Too few fields',
    sentence: 'The record has fewer fields than the header.',
    whatToDo: 'Look for a missing delimiter or a line break inside a text without quotes.',
  },
  too_many_fields: {
    title: 'Too many fields',
    sentence: 'The record has more fields than the header.',
    whatToDo: 'Put texts that contain the delimiter in quotes.',
  },
  unreadable: {
    title: 'Unreadable',
    sentence:
      'The quotes of the record do not match, it is no valid JSON object, it is longer than allowed, or its bytes are no text.',
    whatToDo: 'Look at the line in the file; close the quote or the bracket, or take out what is no text.',
  },
};

/** What it means that a record of a JSON file cannot be read. */
export const UNREADABLE_JSON: Reason = {
  title: REASONS.unreadable.title,
  sentence:
    'It is no JSON object that can be read: broken, cut off or too long, with bytes that are no text, with a column twice, or with an object or a list where an id or a text belongs.',
  whatToDo: 'Look at it in the file and mend it there, or write its cells anew here.',
};

/** What a value means that is out of range as its column takes no day after that one. */
export function afterDay(day: string): Reason {
  return {
    title: REASONS.out_of_range.title,
    sentence: `The day is after the as-of date ${day}.`,
    whatToDo: 'Check it with the supplier; a run with a later as-of date takes it.',
  };
}

/** What a code means of a column with these conditions; of one condition it says, too, what can be corrected instead. */
export function reasonOf(code: Code, conditions: readonly Beside[] = []): Reason {
  const reason = REASONS[code];
  const [first, ...others] = conditions;
  if (code !== 'not_allowed' || first === undefined) return reason;
  return {
    ...reason,
    sentence: conditions.map(besideSentence).join(' '),
    whatToDo: others.length === 0 ? besideAdvice(first) : 'Correct it, or the values beside it.',
  };
}
