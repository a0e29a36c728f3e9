/** A number with commas between its thousands. */
export const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** Bytes as megabytes of a million, without decimals. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;

/** Whether a bound is kept. */
export const verdict = (ok: boolean): string => (ok ? 'PASS' : 'over bound');

/** Writes lines of a table: a name, then columns that end below each other. */
export const tableLine =
  (nameWidth: number, numberWidth: number) =>
  (name: string, columns: readonly string[]): string =>
    [name.padEnd(nameWidth), ...columns.map((text) => text.padStart(numberWidth))].join('').trimEnd();
