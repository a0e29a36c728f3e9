import { normalizeHeader } from '../headers.ts';
import {
  BACKSLASH,
  BRACE_END,
  BRACE_START,
  BRACKET_START,
  COMMA,
  endOfScalar,
  endOfString,
  NO_JSON,
  QUOTE,
  SPACE,
  skipWhite,
  valueBehind,
} from './json-grammar.ts';
import { endOfNested } from './scan-nested.ts';

/** A key whose values become cells. */
export interface DeclaredKey {
  /** As it is looked for; compared as headers are. */
  readonly key: string;
  /** Whether an object or an array may stand there, as its text; else the record cannot be read. */
  readonly takesNested: boolean;
}

/** Keys that objects have besides are as many as the data likes: so many are remembered, and none of them longer than this. */
const MOST_KNOWN = 1024;
const LONGEST_KNOWN = 128;

/** A place in the order of the keys is learnt so many times before keys are taken to have no order. */
const MOST_LESSONS = 4;

/** No cell. */
const UNDECLARED = -1;

/** How a record has written a key, from its quote up to its value, and the cell that it is. */
interface Lesson {
  text: string;
  cell: number;
  times: number;
}

/**
 * Reads one object's text once, strictly by RFC 8259: the texts of declared keys become cells, everything else is validated and passed over.
 * Numbers stay as they are written. Objects of one file mostly have the same keys in the same order, so what comes next is tried first.
 */
export class ObjectScanner {
  /** The cells of the object that was read last, in the order of the declared keys; overwritten by the next one. */
  readonly cells: string[];
  readonly #takesNested: readonly boolean[];
  readonly #cellOf = new Map<string, number>();
  readonly #known = new Map<string, number>();
  readonly #lessons: Lesson[] = [];
  /** For each cell the turn in which it was last filled: a key that stands twice is told so. */
  readonly #filledIn: number[];
  #turn = 0;

  constructor(keys: readonly DeclaredKey[]) {
    this.cells = keys.map(() => '');
    this.#takesNested = keys.map(({ takesNested }) => takesNested);
    this.#filledIn = keys.map(() => 0);
    keys.forEach(({ key }, cell) => {
      this.#cellOf.set(normalizeHeader(key), cell);
    });
  }

  /**
   * Where the object that begins at `start` ends; NO_JSON where none does before `end` that is strictly valid, has each declared key once
   * and can be taken as text.
   */
  scan(text: string, start: number, end: number): number {
    if (text.charCodeAt(start) !== BRACE_START) return NO_JSON;
    const turn = ++this.#turn;
    const { cells } = this;
    for (let cell = 0; cell < cells.length; cell++) cells[cell] = '';
    let at = skipWhite(text, start + 1, end);
    if (at < end && text.charCodeAt(at) === BRACE_END) return at + 1;
    for (let place = 0; ; place++) {
      const lesson = this.#lessons[place];
      let cell: number;
      if (lesson !== undefined && text.startsWith(lesson.text, at)) {
        cell = lesson.cell;
        at += lesson.text.length;
        if (at < end && text.charCodeAt(at) <= SPACE) at = skipWhite(text, at, end);
      } else {
        const value = this.#readKey(text, at, end);
        if (value === NO_JSON) return NO_JSON;
        cell = this.#cell;
        this.#learn(place, text, at, value);
        at = value;
      }
      if (at >= end) return NO_JSON;
      if (cell === UNDECLARED) at = endOfValue(text, at, end);
      else {
        if (this.#filledIn[cell] === turn) return NO_JSON;
        this.#filledIn[cell] = turn;
        at = this.#readCell(text, at, end, cell);
      }
      if (at === NO_JSON) return NO_JSON;
      let unit = at < end ? text.charCodeAt(at) : 0;
      if (unit <= SPACE) {
        at = skipWhite(text, at, end);
        unit = at < end ? text.charCodeAt(at) : 0;
      }
      if (unit === BRACE_END) return at + 1;
      if (unit !== COMMA) return NO_JSON;
      at++;
      if (at < end && text.charCodeAt(at) <= SPACE) at = skipWhite(text, at, end);
    }
  }

  /** The cell of the key that was read last. */
  #cell = UNDECLARED;

  /** Reads the key at `start`; returns where its value begins. */
  #readKey(text: string, start: number, end: number): number {
    if (start >= end || text.charCodeAt(start) !== QUOTE) return NO_JSON;
    const closed = endOfString(text, start, end);
    if (closed === NO_JSON) return NO_JSON;
    const value = valueBehind(text, closed, end);
    if (value !== NO_JSON) this.#cell = this.#cellOfKey(text.slice(start, closed));
    return value;
  }

  #cellOfKey(quoted: string): number {
    const known = this.#known.get(quoted);
    if (known !== undefined) return known;
    const cell = this.#cellOf.get(normalizeHeader(JSON.parse(quoted) as string)) ?? UNDECLARED;
    if (this.#known.size < MOST_KNOWN && quoted.length <= LONGEST_KNOWN)
      this.#known.set(detached(quoted), cell);
    return cell;
  }

  #learn(place: number, text: string, start: number, value: number): void {
    if (value - start > LONGEST_KNOWN || place >= MOST_KNOWN) return;
    const lesson = this.#lessons[place];
    if (lesson && lesson.times >= MOST_LESSONS) return;
    const times = (lesson?.times ?? 0) + 1;
    // Places are learnt in order, as a record that ends early teaches nothing of those behind it.
    if (place <= this.#lessons.length)
      this.#lessons[place] = { text: detached(text.slice(start, value)), cell: this.#cell, times };
  }

  /** Reads the value at `start` into a cell; returns where it ends. */
  #readCell(text: string, start: number, end: number, cell: number): number {
    const unit = text.charCodeAt(start);
    if (unit === QUOTE) return this.#readString(text, start, end, cell);
    if (unit === BRACE_START || unit === BRACKET_START) {
      if (!this.#takesNested[cell]) return NO_JSON;
      const closed = endOfNested(text, start, end);
      if (closed !== NO_JSON) this.cells[cell] = text.slice(start, closed);
      return closed;
    }
    const closed = endOfScalar(text, start, end);
    if (closed !== NO_JSON && !text.startsWith('null', start)) this.cells[cell] = text.slice(start, closed);
    return closed;
  }

  #readString(text: string, start: number, end: number, cell: number): number {
    for (let at = start + 1; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) {
        this.cells[cell] = text.slice(start + 1, at);
        return at + 1;
      }
      if (unit < SPACE) return NO_JSON;
      if (unit === BACKSLASH) break;
    }
    const closed = endOfString(text, start, end);
    if (closed === NO_JSON) return NO_JSON;
    const value = JSON.parse(text.slice(start, closed)) as string;
    // Half of a character is no text, and a NUL is none in any file.
    if (!value.isWellFormed() || value.includes('\0')) return NO_JSON;
    this.cells[cell] = value;
    return closed;
  }
}

function endOfValue(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  if (unit === QUOTE) return endOfString(text, start, end);
  if (unit === BRACE_START || unit === BRACKET_START) return endOfNested(text, start, end);
  return endOfScalar(text, start, end);
}

/** A text of its own: a slice of a piece would keep all of the piece in memory. */
function detached(slice: string): string {
  return JSON.parse(JSON.stringify(slice)) as string;
}
