import type { Delimiter } from './delimiter.ts';
import { type Encoding, type EncodingFinding, skipBytes } from './encoding.ts';
import type { InputContent } from './input-file.ts';
import { MOST_UNITS } from './split-carefully.ts';

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const QUOTE = 34;

/** Counts a file's records, the header among them, without splitting them into cells. */
export async function countRecords(
  file: InputContent,
  { encoding, markBytes }: EncodingFinding,
  delimiter: Delimiter,
): Promise<number> {
  const counter = new RecordCounter(delimiter, encoding);
  for await (const chunk of skipBytes(
    file.content(() => {}),
    markBytes,
  ))
    counter.push(chunk);
  counter.end();
  return counter.records;
}

/**
 * Counts the records of a file from its raw bytes, knowing nothing of how they are split into cells: the
 * second opinion that read = accepted + rejected is held against. Give it the bytes after the mark.
 */
export class RecordCounter {
  /** Records so far, the header among them. */
  records = 0;
  readonly #delimiter: number;
  readonly #encoding: Encoding;
  /** Begins with what is carried over; used again and again, as buffers are slow to be collected. */
  #memory: Uint8Array = new Uint8Array(256 * 1024);
  #carried = 0;
  #withinLongLine = false;

  constructor(delimiter: string, encoding: Encoding) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#encoding = encoding;
  }

  push(chunk: Uint8Array): void {
    const length = this.#carried + chunk.length;
    if (length > this.#memory.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(this.#memory.subarray(0, this.#carried));
      this.#memory = larger;
    }
    this.#memory.set(chunk, this.#carried);
    this.#count(this.#memory.subarray(0, length), false);
  }

  end(): void {
    this.#count(this.#memory.subarray(0, this.#carried), true);
  }

  #count(bytes: Uint8Array, final: boolean): void {
    const units = this.#unitsOf(bytes, final);
    let start = 0;
    if (this.#withinLongLine) start = this.#skipLine(units, 0, final);
    while (!this.#withinLongLine && start < units.length) {
      const next = this.#nextRecord(units, start, final);
      if (next === start) break;
      start = next;
    }
    const consumed = start * this.#width;
    this.#memory.copyWithin(0, consumed, bytes.length);
    this.#carried = Math.max(bytes.length - consumed, 0);
  }

  /** Where the record after the one at `start` begins; `start` itself when the bytes do not suffice to say. */
  #nextRecord(units: Units, start: number, final: boolean): number {
    const end = this.#recordEnd(units, start, final);
    if (end === UNKNOWN && !this.#isTooLong(units, start, units.length, true)) return start;
    if (end >= 0 && !this.#isTooLong(units, start, end, false)) {
      const next = afterBreak(units, end, final);
      if (next === UNKNOWN) return start;
      if (end > start) this.records++;
      return next;
    }
    const lineEnd = endOfLine(units, start);
    const next = afterBreak(units, lineEnd, final);
    if (next === UNKNOWN && !this.#isTooLong(units, start, lineEnd, true)) return start;
    this.records++;
    if (next !== UNKNOWN) return next;
    this.#withinLongLine = true;
    return lineEnd;
  }

  /** Where the record at `start` ends; BROKEN for bad quoting, UNKNOWN when the bytes do not suffice to say. */
  #recordEnd(units: Units, start: number, final: boolean): number {
    let index = start;
    for (;;) {
      if (units[index] !== QUOTE) {
        while (
          index < units.length &&
          units[index] !== this.#delimiter &&
          units[index] !== LF &&
          units[index] !== CR
        )
          index++;
      } else {
        let inside = true;
        index++;
        while (inside) {
          index = units.indexOf(QUOTE, index);
          if (index === -1) return final ? BROKEN : UNKNOWN;
          if (units[index + 1] === QUOTE) index += 2;
          else inside = false;
        }
        index++;
        while (units[index] !== this.#delimiter && (units[index] === SPACE || units[index] === TAB)) index++;
      }
      if (index >= units.length) return final ? index : UNKNOWN;
      if (units[index] === LF || units[index] === CR) return index;
      if (units[index] !== this.#delimiter) return BROKEN;
      index++;
    }
  }

  #skipLine(units: Units, from: number, final: boolean): number {
    const end = endOfLine(units, from);
    const next = afterBreak(units, end, final);
    if (next === UNKNOWN) return end;
    this.#withinLongLine = false;
    return next;
  }

  /** Whether a stretch is longer as text than a record may be; one that goes on may end within a character. */
  #isTooLong(units: Units, start: number, end: number, goesOn: boolean): boolean {
    // No encoding makes more UTF-16 units of text than it has bytes.
    if (end - start <= MOST_UNITS) return false;
    if (this.#encoding !== 'utf-8') return true;
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return decoder.decode(units.subarray(start, end), { stream: goesOn }).length > MOST_UNITS;
  }

  get #width(): number {
    return this.#encoding === 'utf-16le' || this.#encoding === 'utf-16be' ? 2 : 1;
  }

  #unitsOf(bytes: Uint8Array, final: boolean): Units {
    if (this.#width === 1) return bytes;
    // The decoder makes a unit of an odd last byte, too.
    const units = new Uint16Array((bytes.length + (final ? 1 : 0)) >> 1).fill(0xffff);
    const raw = Buffer.from(units.buffer);
    raw.set(bytes.subarray(0, raw.length));
    if (this.#encoding === 'utf-16be') raw.swap16();
    return units;
  }
}

type Units = Uint8Array | Uint16Array;

const UNKNOWN = -1;
const BROKEN = -2;

function endOfLine(units: Units, from: number): number {
  let index = from;
  while (index < units.length && units[index] !== LF && units[index] !== CR) index++;
  return index;
}

function afterBreak(units: Units, end: number, final: boolean): number {
  if (end >= units.length) return final ? end : UNKNOWN;
  if (units[end] !== CR) return end + 1;
  if (end + 1 >= units.length && !final) return UNKNOWN;
  return units[end + 1] === LF ? end + 2 : end + 1;
}
