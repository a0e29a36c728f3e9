import { KEPT_UNITS, MOST_UNITS } from '../split-carefully.ts';
import {
  BACKSLASH,
  BRACE_END,
  BRACE_START,
  BRACKET_END,
  BRACKET_START,
  breaksIn,
  COMMA,
  CR,
  endsScalar,
  isWhite,
  LF,
  NO_JSON,
  QUOTE,
  skipWhite,
} from './json-grammar.ts';
import type { ObjectScanner } from './scan-object.ts';

/** How a JSON file holds its records: an object a line, or an array of them. */
export type JsonShape = 'json lines' | 'json array';

/**
 * Takes one record: where its text stands, and the line under which it is known. Of one that can be read the scanner has the cells; of one
 * that cannot the text is all there is, or the beginning of it.
 */
export type OnJsonRecord = (
  readable: boolean,
  line: number,
  text: string,
  start: number,
  end: number,
) => void;

/** What of the text that comes next belongs to what has been read. */
type Within = 'nothing' | 'lines' | 'array' | 'element';

const WRITTEN = /[^ \t\r\n]/;

/**
 * Splits the text of a JSON file, which comes in pieces, into records. At most one record is held, and of one that is longer than it may
 * be only the beginning. `unreadable` finds in a record what is no text; where nothing can be, it is undefined.
 */
export class JsonSplitter {
  readonly #scanner: ObjectScanner;
  readonly #unreadable: RegExp | undefined;
  readonly #onRecord: OnJsonRecord;
  #within: Within = 'nothing';
  #shape: JsonShape = 'json lines';
  /** The physical line of what comes next, and the one under which the last record is known. */
  #line = 1;
  #lastLine = 0;
  #mayBeUnreadable = false;
  /** What earlier pieces hold of the record that is open, or its beginning, and how long it is so far. */
  #held = '';
  #heldUnits = 0;
  #heldBlank = true;
  /** Of the element that is open: where it began, how deep it is, and whether it is within a string or behind its backslash. */
  #startLine = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(scanner: ObjectScanner, unreadable: RegExp | undefined, onRecord: OnJsonRecord) {
    this.#scanner = scanner;
    this.#unreadable = unreadable;
    this.#onRecord = onRecord;
  }

  /** The physical line of what comes next. */
  get line(): number {
    return this.#line;
  }

  get shape(): JsonShape {
    return this.#shape;
  }

  /** Whether the text is within an array: at its end, that the array was never closed. */
  get withinArray(): boolean {
    return this.#within === 'array' || this.#within === 'element';
  }

  push(piece: string): void {
    this.#mayBeUnreadable ||= this.#unreadable?.test(piece) === true;
    let at = 0;
    while (at < piece.length) {
      switch (this.#within) {
        case 'nothing':
          at = this.#begin(piece);
          break;
        case 'lines':
          at = this.#takeLines(piece, at);
          break;
        case 'array':
          at = this.#takeElements(piece, at);
          break;
        case 'element':
          at = this.#resumeElement(piece);
          break;
      }
    }
  }

  end(): void {
    if (this.#within === 'element') {
      this.#held = this.#held.trimEnd();
      this.#giveHeld(false, this.#startLine);
    } else if (this.#within !== 'array') this.#endLine('', 0);
  }

  /** Looks for the first character that is written: it tells the shape. */
  #begin(piece: string): number {
    const first = piece.search(WRITTEN);
    if (first !== -1) {
      this.#within = 'lines';
      if (piece.charCodeAt(first) === BRACKET_START) {
        this.#within = 'array';
        this.#shape = 'json array';
        this.#line += breaksIn(piece, 0, first);
        this.#dropHeld();
        return first + 1;
      }
    }
    return this.#takeLines(piece, 0);
  }

  #takeLines(piece: string, from: number): number {
    let at = from;
    for (;;) {
      const end = piece.indexOf('\n', at);
      if (end === -1) {
        this.#hold(piece, at, piece.length);
        return piece.length;
      }
      if (this.#heldUnits > 0) this.#endLine(piece, end);
      else this.#takeLine(piece, at, end);
      this.#line++;
      at = end + 1;
    }
  }

  /** The line of which a part is held ends at `end`. */
  #endLine(piece: string, end: number): void {
    this.#hold(piece, 0, end);
    if (this.#heldUnits > MOST_UNITS) {
      if (!this.#heldBlank) this.#giveHeld(false, this.#line);
    } else this.#takeLine(this.#held, 0, this.#held.length);
    this.#dropHeld();
  }

  #takeLine(text: string, start: number, end: number): void {
    const first = skipWhite(text, start, end);
    if (first === end) return;
    const isLong = end - start > MOST_UNITS;
    const closed = isLong ? NO_JSON : this.#scanner.scan(text, first, end);
    if (closed !== NO_JSON && (closed === end || skipWhite(text, closed, end) === end)) {
      this.#give(true, this.#line, text, start, end);
      return;
    }
    const last = text.charCodeAt(end - 1) === CR ? end - 1 : end;
    this.#give(false, this.#line, text, start, isLong ? start + KEPT_UNITS : last);
  }

  #takeElements(piece: string, from: number): number {
    // Where the next line ends: looked for once a line, not once an element.
    let lineEnd = piece.indexOf('\n', from);
    const passTo = (to: number) => {
      while (lineEnd !== -1 && lineEnd < to) {
        this.#line++;
        lineEnd = piece.indexOf('\n', lineEnd + 1);
      }
    };
    for (let at = from; at < piece.length; ) {
      const unit = piece.charCodeAt(at);
      if (unit === COMMA || isWhite(unit)) {
        at++;
        continue;
      }
      passTo(at);
      if (unit === BRACKET_END) {
        this.#within = 'lines';
        return at + 1;
      }
      const closed = this.#scanner.scan(piece, at, piece.length);
      if (closed !== NO_JSON && closed - at <= MOST_UNITS) {
        this.#give(true, this.#line, piece, at, closed);
        passTo(closed);
        at = closed;
        continue;
      }
      const end = this.#beginElement(piece, at);
      if (end === undefined) {
        passTo(piece.length);
        this.#hold(piece, at, piece.length);
        this.#within = 'element';
        return piece.length;
      }
      this.#give(false, this.#line, piece, at, keptEnd(at, end));
      passTo(end);
      at = end;
    }
    passTo(piece.length);
    return piece.length;
  }

  /** Where the element that begins at `start` ends; undefined where that is in a later piece. */
  #beginElement(piece: string, start: number): number | undefined {
    this.#startLine = this.#line;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    return this.#elementEnd(piece, start, true);
  }

  /** The element of which a part is held goes on. */
  #resumeElement(piece: string): number {
    const end = this.#elementEnd(piece, 0, false);
    const to = end ?? piece.length;
    this.#line += breaksIn(piece, 0, to);
    this.#hold(piece, 0, to);
    if (end === undefined) return to;
    const { length } = this.#held;
    const isLong = this.#heldUnits > MOST_UNITS;
    this.#giveHeld(!isLong && this.#scanner.scan(this.#held, 0, length) === length, this.#startLine);
    this.#dropHeld();
    this.#within = 'array';
    return to;
  }

  /**
   * Where an element ends, valid or not: an object or array with its last bracket, a string with its quote or its line, anything else before
   * what may follow it. Undefined where the piece ends before.
   */
  #elementEnd(piece: string, from: number, begins: boolean): number | undefined {
    for (let at = from; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      if (this.#inString) {
        if (unit === LF || (unit === QUOTE && !this.#escaped)) {
          this.#inString = false;
          // The line's end is no part of a string that ends with it.
          if (this.#depth === 0) return unit === LF ? at : at + 1;
        }
        this.#escaped = unit === BACKSLASH && !this.#escaped;
        continue;
      }
      const isFirst = begins && at === from;
      if (this.#depth === 0 && !isFirst && endsScalar(unit)) return at;
      if (unit === QUOTE) {
        this.#inString = true;
        this.#escaped = false;
      } else if (unit === BRACE_START || unit === BRACKET_START) this.#depth++;
      else if ((unit === BRACE_END || unit === BRACKET_END) && this.#depth > 0) {
        this.#depth--;
        if (this.#depth === 0) return at + 1;
      }
    }
    return undefined;
  }

  #hold(piece: string, start: number, end: number): void {
    const wasLong = this.#heldUnits > MOST_UNITS;
    this.#heldUnits += end - start;
    if (this.#heldBlank) this.#heldBlank = skipWhite(piece, start, end) === end;
    if (!wasLong) this.#held += piece.slice(start, end);
    // What is kept must not hang on how the text came in pieces.
    if (!wasLong && this.#heldUnits > MOST_UNITS) this.#held = this.#held.slice(0, KEPT_UNITS);
  }

  #dropHeld(): void {
    this.#held = '';
    this.#heldUnits = 0;
    this.#heldBlank = true;
  }

  #giveHeld(readable: boolean, line: number): void {
    this.#give(readable, line, this.#held, 0, this.#held.length);
  }

  #give(readable: boolean, line: number, text: string, start: number, end: number): void {
    this.#lastLine = line > this.#lastLine ? line : this.#lastLine + 1;
    const isText = !(this.#mayBeUnreadable && this.#unreadable?.test(text.slice(start, end)));
    this.#onRecord(readable && isText, this.#lastLine, text, start, end);
  }
}

/** Up to where an element is kept. */
function keptEnd(start: number, end: number): number {
  return end - start > MOST_UNITS ? start + KEPT_UNITS : end;
}
