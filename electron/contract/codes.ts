/** Every code that a quarantined record can carry. */
export const CODES = [
  'missing_value',
  'not_a_number',
  'not_a_date',
  'not_a_timestamp',
  'not_a_boolean',
  'not_allowed',
  'out_of_range',
  'duplicate_key',
  'too_few_fields',
  'too_many_fields',
  'unreadable',
] as const;

export type Code = (typeof CODES)[number];
