/** Ten-thousandths with two decimals, ties away from zero. */
export function twoDecimals(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const cents = (size + 50n) / 100n;
  return `${amount < 0n && cents > 0n ? '-' : ''}${cents / 100n}.${pad(cents % 100n, 2)}`;
}

/** Ten-thousandths exactly, with two to four decimals. */
export function exactDecimals(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const places = pad(size % 10_000n, 4).replace(/0{1,2}$/, '');
  return `${amount < 0n ? '-' : ''}${size / 10_000n}.${places}`;
}

function pad(number: bigint, length: number): string {
  return number.toString().padStart(length, '0');
}
