const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const UTC = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const INSTANT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A day, YYYY-MM-DD, as the user writes days. */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : DAY.format(date);
}

/** A UTC instant, ISO, as the user writes it where they are. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : INSTANT.format(date);
}

/** A UTC instant as files of a recipe have it, YYYY-MM-DDTHH:MM:SS, as the user writes days and times, in UTC still. */
export function formatUtc(instant: string): string {
  const date = new Date(instant.endsWith('Z') ? instant : `${instant}Z`);
  return Number.isNaN(date.getTime()) ? instant : `${UTC.format(date)} UTC`;
}

/** A UTC instant as files have it, YYYY-MM-DDTHH:MM:SS with or without Z, so that a column of them is read at a glance; other text as it is. */
export function plainInstant(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z?$/.exec(text);
  return parts ? `${parts[1]} ${parts[2]} UTC` : text;
}

/** Seconds that are left: "about 5 s left", "about 3 min left". */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.ceil(seconds))} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}

/** Today where the user is, YYYY-MM-DD. */
export function today(): string {
  const now = new Date();
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
