const MILLISECONDS_OF_A_DAY = 86_400_000;

/** How much is sold in each month: little in February and August, much before Christmas. */
const MONTHS = [0.85, 0.65, 0.9, 0.95, 1.05, 0.95, 0.85, 0.75, 1, 1.1, 1.5, 1.9] as const;

/** How much is sold on each day of the week, from Sunday. */
const WEEKDAYS = [0.5, 0.95, 0.95, 1, 1.05, 1.2, 1.35] as const;

/** How much is sold on a day, given as the number of days since 1970-01-01; 1 is usual. */
export function seasonOf(day: number): number {
  return monthlySeason(day) * (WEEKDAYS[new Date(day * MILLISECONDS_OF_A_DAY).getUTCDay()] ?? 1);
}

/** How much is sold in the month of a day; 1 is usual. */
export function monthlySeason(day: number): number {
  return MONTHS[new Date(day * MILLISECONDS_OF_A_DAY).getUTCMonth()] ?? 1;
}
