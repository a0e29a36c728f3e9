// The units of RFC 8259: https://www.rfc-editor.org/rfc/rfc8259

export const LF = 10;
export const CR = 13;
export const TAB = 9;
export const SPACE = 32;
export const QUOTE = 34;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const POINT = 46;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const BRACKET_START = 91;
export const BACKSLASH = 92;
export const BRACKET_END = 93;
export const LOWER_U = 117;
export const BRACE_START = 123;
export const BRACE_END = 125;

/** What stands in the place of an end where there is no valid JSON. */
export const NO_JSON = -1;

/** Whether a unit is white space between the parts of JSON. */
export function isWhite(unit: number): boolean {
  return unit === SPACE || unit === LF || unit === CR || unit === TAB;
}

/** The first place from `index` on that is no white space, or `end`. */
export function skipWhite(text: string, index: number, end: number): number {
  let at = index;
  while (at < end && isWhite(text.charCodeAt(at))) at++;
  return at;
}

/** Whether what is no string, object or array ends before a unit. */
export function endsScalar(unit: number): boolean {
  return (
    isWhite(unit) ||
    unit === COMMA ||
    unit === BRACKET_END ||
    unit === BRACKET_START ||
    unit === BRACE_START ||
    unit === QUOTE
  );
}

/** How many lines end in a part of a text. */
export function breaksIn(text: string, start: number, end: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}

/** Where the string whose quote stands at `start` ends, behind its closing quote; NO_JSON where it is not valid or not closed before `end`. */
export function endOfString(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit < SPACE) return NO_JSON;
    at++;
    if (unit === BACKSLASH) {
      at = endOfEscape(text, at, end);
      if (at === NO_JSON) return NO_JSON;
    }
  }
  return NO_JSON;
}

/** Where the value of a key begins whose string ends at `closed`; NO_JSON where no colon or nothing follows before `end`. */
export function valueBehind(text: string, closed: number, end: number): number {
  const colon = skipWhite(text, closed, end);
  if (colon >= end || text.charCodeAt(colon) !== COLON) return NO_JSON;
  const value = skipWhite(text, colon + 1, end);
  return value < end ? value : NO_JSON;
}

/** Where a number, `true`, `false` or `null` ends; NO_JSON where none stands at `start`. */
export function endOfScalar(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  if (unit === MINUS || isDigit(unit)) return endOfNumber(text, start, end);
  const word = unit === 0x6e ? 'null' : unit === 0x74 ? 'true' : 'false';
  return text.startsWith(word, start) && start + word.length <= end ? start + word.length : NO_JSON;
}

/** Where the number that begins at `start` ends, as far as it is one; what may follow is for the caller to say. */
export function endOfNumber(text: string, start: number, end: number): number {
  let at = text.charCodeAt(start) === MINUS ? start + 1 : start;
  if (at >= end) return NO_JSON;
  if (text.charCodeAt(at) === ZERO) at++;
  else {
    const digits = endOfDigits(text, at, end);
    if (digits === at) return NO_JSON;
    at = digits;
  }
  if (at < end && text.charCodeAt(at) === POINT) {
    const digits = endOfDigits(text, at + 1, end);
    if (digits === at + 1) return NO_JSON;
    at = digits;
  }
  // E or e.
  if (at < end && (text.charCodeAt(at) | 0x20) === 0x65) {
    at++;
    if (at < end && (text.charCodeAt(at) === PLUS || text.charCodeAt(at) === MINUS)) at++;
    const digits = endOfDigits(text, at, end);
    if (digits === at) return NO_JSON;
    at = digits;
  }
  return at;
}

/** Where an escape ends whose backslash stands before `start`. */
function endOfEscape(text: string, start: number, end: number): number {
  if (start >= end) return NO_JSON;
  const unit = text.charCodeAt(start);
  if (unit === LOWER_U) {
    for (let at = start + 1; at < start + 5; at++) {
      if (at >= end || !isHex(text.charCodeAt(at))) return NO_JSON;
    }
    return start + 5;
  }
  return '"\\/bfnrt'.includes(text.charAt(start)) ? start + 1 : NO_JSON;
}

function endOfDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

function isHex(unit: number): boolean {
  const lower = unit | 0x20;
  return isDigit(unit) || (lower >= 0x61 && lower <= 0x66);
}
