const COUNT = new Intl.NumberFormat();
const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const RATE = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 2 });
const SIZE = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const DECIMALS = new Map<number, Intl.NumberFormat>();

/** 2067 as "2,067", with the user's grouping. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** "1 record", "2,067 records". */
export function formatMany(count: number, one: string, many = `${one}s`): string {
  return `${COUNT.format(count)} ${count === 1 ? one : many}`;
}

/** A share from 0 to 1 as "12.5%". */
export function formatShare(share: number): string {
  return PERCENT.format(share);
}

/** A rough figure, two digits of it: 348,211 as "350,000". */
export function formatRoughly(figure: number): string {
  return RATE.format(figure);
}

/** "4.2 MB". */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < units.length - 1; unit++) size /= 1000;
  return `${SIZE.format(size)} ${units[unit]}`;
}

/** A decimal as text with the user's grouping and all of its digits; other text as it is. */
export function formatDecimal(text: string): string {
  const parts = /^[+-]?\d+(?:\.(\d+))?$/.exec(text);
  if (!parts) return text;
  const places = parts[1]?.length ?? 0;
  if (places > 20) return text;
  let format = DECIMALS.get(places);
  if (!format) {
    format = new Intl.NumberFormat(undefined, {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
    DECIMALS.set(places, format);
  }
  return format.format(text as Intl.StringNumericLiteral);
}
