const MOST_BYTES = 16 * 1024 * 1024;
const LEAST_BYTES = 64 * 1024;
const BITS_A_KEY = 16;
/** Each takes nine bits of a hash: three fit into one. */
const PROBES = 3;
const WORDS_A_BLOCK = 16;

/** A key as text, or as a number where it is one (a rounded one only makes for more exact looks). */
export type FilterKey = string | number;

/**
 * Remembers keys in memory that does not grow (a Bloom filter): of a key that it holds it always says so,
 * of one in some hundred others, too, which an exact look then clears.
 */
export class KeyFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  /** @param expectedKeys how many are likely to come; more only means more exact looks. */
  constructor(expectedKeys: number) {
    const wanted = Math.min(Math.max((expectedKeys * BITS_A_KEY) / 8, LEAST_BYTES), MOST_BYTES);
    const bytes = 2 ** Math.ceil(Math.log2(wanted));
    this.#bits = new Uint32Array(bytes / 4);
    this.#mask = bytes / 4 / WORDS_A_BLOCK - 1;
  }

  /** Remembers a key; true when it may have been there before. */
  add(key: FilterKey): boolean {
    return this.#probe(key, true);
  }

  /** Whether a key may be there; it is not remembered. */
  mayHold(key: FilterKey): boolean {
    return this.#probe(key, false);
  }

  #probe(key: FilterKey, remember: boolean): boolean {
    let first = 0x811c9dc5;
    let second = 0x9e3779b9;
    if (typeof key === 'number') {
      const low = key % 0x1_0000_0000;
      const high = key / 0x1_0000_0000;
      // Both hashes hang on both halves: of many ids one half is always the same.
      first = mixed(low + Math.imul(high, 0x9e3779b1));
      second = mixed(first + high + 0x9e3779b9);
    } else {
      for (let index = 0; index < key.length; index++) {
        const unit = key.charCodeAt(index);
        first = Math.imul(first ^ unit, 0x01000193);
        second = Math.imul(second + unit, 0x85ebca6b) ^ (second >>> 13);
      }
      first = mixed(first);
      second = mixed(second);
    }
    // All bits of a key lie in one block as large as a line of the processor's cache: one miss a key.
    const block = (first & this.#mask) * WORDS_A_BLOCK;
    let bits = second;
    let present = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const word = block + (bits & (WORDS_A_BLOCK - 1));
      const flag = 1 << ((bits >>> 4) & 31);
      bits >>>= 9;
      const held = this.#bits[word] ?? 0;
      if ((held & flag) === 0) {
        present = false;
        if (remember) this.#bits[word] = held | flag;
      }
    }
    return present;
  }
}

/** Spreads a hash over all bits (the finaliser of MurmurHash3, public domain). */
function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}
