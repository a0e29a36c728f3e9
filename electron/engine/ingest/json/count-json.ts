import { type Encoding, type EncodingFinding, skipBytes } from '../encoding.ts';
import type { InputContent } from '../input-file.ts';

/** Counts the records of a JSON file without reading what they hold. */
export async function countJson(
  file: InputContent,
  { encoding, markBytes }: EncodingFinding,
): Promise<number> {
  const counter = new JsonCounter(encoding);
  for await (const chunk of skipBytes(
    file.content(() => {}),
    markBytes,
  ))
    counter.push(chunk);
  counter.end();
  return counter.records;
}

/** Where a unit stands. */
const BEGINNING = 0;
const BLANK_LINE = 1;
const WRITTEN_LINE = 2;
const SEPARATORS = 3;
const SCALAR = 4;
const NESTED = 5;

/**
 * Counts the records of a JSON file by where they begin, in its raw bytes, knowing nothing of how they are read: the second opinion that
 * read = accepted + rejected is held against. Give it the bytes after the mark.
 */
export class JsonCounter {
  /** Records so far. */
  records = 0;
  readonly #encoding: Encoding;
  #state = BEGINNING;
  #levels = 0;
  #quoted = false;
  #escaping = false;
  /** The first byte of a unit of two whose second has not come. */
  #odd: number | undefined;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  push(chunk: Uint8Array): void {
    if (this.#encoding === 'utf-16le' || this.#encoding === 'utf-16be') this.#count(this.#pairs(chunk));
    else this.#count(chunk);
  }

  end(): void {
    // An odd last byte is no text, and so no white space.
    if (this.#odd !== undefined) this.#count(Uint16Array.of(0xfffd));
    this.#odd = undefined;
  }

  #count(units: Uint8Array | Uint16Array): void {
    for (let at = 0; at < units.length; ) {
      if (this.#state === NESTED) {
        at = this.#passNested(units, at);
        continue;
      }
      if (this.#state === WRITTEN_LINE) {
        at = units.indexOf(0x0a, at);
        if (at === -1) return;
        this.#state = BLANK_LINE;
      }
      const unit = units[at++] ?? 0;
      if (this.#state >= SEPARATORS) this.#countBetween(unit);
      else if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d && unit !== 0x0a) {
        if (this.#state === BEGINNING && unit === 0x5b) this.#state = SEPARATORS;
        else {
          this.#state = WRITTEN_LINE;
          this.records++;
        }
      }
    }
  }

  /** Between the elements of an array, or within one that is a number, a word or other letters. */
  #countBetween(unit: number): void {
    switch (unit) {
      case 0x20:
      case 0x09:
      case 0x0d:
      case 0x0a:
      case 0x2c:
        this.#state = SEPARATORS;
        return;
      case 0x5d:
        this.#state = BLANK_LINE;
        return;
      case 0x22:
      case 0x5b:
      case 0x7b:
        this.records++;
        this.#state = NESTED;
        this.#quoted = unit === 0x22;
        this.#escaping = false;
        this.#levels = this.#quoted ? 0 : 1;
        return;
      default:
        if (this.#state === SEPARATORS) this.records++;
        this.#state = SCALAR;
    }
  }

  /** Goes to the end of an object, an array or a string of an array, or as far as the units do; returns how far. */
  #passNested(units: Uint8Array | Uint16Array, from: number): number {
    let [at, levels, quoted, escaping] = [from, this.#levels, this.#quoted, this.#escaping];
    do {
      const unit = units[at++] ?? 0;
      if (quoted) {
        if (unit === 0x0a || (unit === 0x22 && !escaping)) quoted = false;
        escaping = unit === 0x5c && !escaping;
      } else if (unit === 0x22) {
        quoted = true;
        escaping = false;
      } else if (unit === 0x5b || unit === 0x7b) levels++;
      else if (unit === 0x5d || unit === 0x7d) levels--;
    } while (at < units.length && (quoted || levels > 0));
    if (!quoted && levels === 0) this.#state = SEPARATORS;
    this.#levels = levels;
    this.#quoted = quoted;
    this.#escaping = escaping;
    return at;
  }

  /** The units of two bytes; an odd last byte waits for the next chunk. */
  #pairs(chunk: Uint8Array): Uint16Array {
    const whole = this.#odd === undefined ? chunk : joined(this.#odd, chunk);
    const units = new Uint16Array(whole.length >> 1);
    const little = this.#encoding === 'utf-16le';
    for (let unit = 0; unit < units.length; unit++) {
      const [first, second] = [whole[unit * 2] as number, whole[unit * 2 + 1] as number];
      units[unit] = little ? first | (second << 8) : (first << 8) | second;
    }
    this.#odd = whole.length % 2 === 1 ? whole.at(-1) : undefined;
    return units;
  }
}

function joined(first: number, others: Uint8Array): Uint8Array {
  const all = new Uint8Array(others.length + 1);
  all[0] = first;
  all.set(others, 1);
  return all;
}
