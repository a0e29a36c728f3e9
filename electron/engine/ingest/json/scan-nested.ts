import {
  BRACE_END,
  BRACE_START,
  BRACKET_END,
  BRACKET_START,
  COMMA,
  endOfScalar,
  endOfString,
  NO_JSON,
  QUOTE,
  skipWhite,
  valueBehind,
} from './json-grammar.ts';

/** How deep values may be nested, the record itself being the first level. */
export const MOST_DEPTH = 1000;

/** Which of the levels that are open are objects; used again by every call, none of which outlasts its own. */
const isObject = new Uint8Array(MOST_DEPTH + 1);

/**
 * Where the object or array that begins at `start` ends, strictly by RFC 8259; NO_JSON where it is none, does not end before `end`, or has
 * levels beyond MOST_DEPTH. Without recursion, so that no text can exhaust the stack.
 */
export function endOfNested(text: string, start: number, end: number): number {
  // The record around it is the first level.
  let depth = 1;
  let index = start;
  for (;;) {
    // A value begins at `index`.
    const unit = text.charCodeAt(index);
    if (unit === BRACE_START || unit === BRACKET_START) {
      if (++depth > MOST_DEPTH) return NO_JSON;
      const object = unit === BRACE_START;
      isObject[depth] = object ? 1 : 0;
      index = skipWhite(text, index + 1, end);
      if (index >= end) return NO_JSON;
      if (text.charCodeAt(index) !== (object ? BRACE_END : BRACKET_END)) {
        if (object) index = valueOfKey(text, index, end);
        if (index === NO_JSON) return NO_JSON;
        continue;
      }
      depth--;
      index++;
    } else {
      index = unit === QUOTE ? endOfString(text, index, end) : endOfScalar(text, index, end);
      if (index === NO_JSON) return NO_JSON;
    }
    // A value has ended: close what ends with it, up to the next one.
    for (;;) {
      if (depth === 1) return index;
      index = skipWhite(text, index, end);
      if (index >= end) return NO_JSON;
      const next = text.charCodeAt(index);
      const object = isObject[depth] === 1;
      if (next === COMMA) {
        index = skipWhite(text, index + 1, end);
        if (index >= end) return NO_JSON;
        if (object) index = valueOfKey(text, index, end);
        if (index === NO_JSON) return NO_JSON;
        break;
      }
      if (next !== (object ? BRACE_END : BRACKET_END)) return NO_JSON;
      depth--;
      index++;
    }
  }
}

/** Where the value of the key at `index` begins. */
function valueOfKey(text: string, index: number, end: number): number {
  if (text.charCodeAt(index) !== QUOTE) return NO_JSON;
  const closed = endOfString(text, index, end);
  return closed === NO_JSON ? NO_JSON : valueBehind(text, closed, end);
}
