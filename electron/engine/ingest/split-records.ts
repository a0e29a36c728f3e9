import type { Delimiter } from './delimiter.ts';
import { parseCompleteRows } from './papaparse-step.ts';
import {
  afterLineEnd,
  countBreaks,
  lineEnd,
  MOST_UNITS,
  type OnRecord,
  splitCarefully,
} from './split-carefully.ts';

/** More carried over than this is a record that spans pieces: the careful way, which knows the size limit, takes it. */
const MOST_CARRIED = 65_536;

/** A CR that ends a line by itself, which papaparse does not know beside other line ends. */
const LONE_CR = /\r(?!\n|$)/;

/** What papaparse reads otherwise than we do: white space after a closing quote, a line that is one empty quoted field. */
const ODD_QUOTE = /"(?!\r?\n)\s|(?:^|\n)""\r?(?:\n|$)/;

/** Splits text that comes in pieces into records: papaparse where it is certain, the careful way elsewhere. */
export class RecordSplitter {
  readonly #delimiter: Delimiter;
  readonly #onRecord: OnRecord;
  #carried = '';
  #line = 1;
  #withinLongLine = false;

  constructor(delimiter: Delimiter, onRecord: OnRecord) {
    this.#delimiter = delimiter;
    this.#onRecord = onRecord;
  }

  /** The physical line on which the next record starts. */
  get line(): number {
    return this.#line;
  }

  push(piece: string): void {
    this.#split(this.#carried + piece, false);
  }

  end(): void {
    this.#split(this.#carried, true);
  }

  #split(text: string, final: boolean): void {
    const from = this.#withinLongLine ? this.#skipLine(text, final) : 0;
    if (from === undefined) return;
    const rest = from === 0 ? text : text.slice(from);
    // A shorter text holds no record over the size limit, which papaparse does not know.
    const plain = !final && this.#carried.length <= MOST_CARRIED && rest.length <= MOST_UNITS;
    if (!plain || !this.#splitPlainly(rest)) this.#splitCarefully(rest, final);
  }

  #splitCarefully(text: string, final: boolean): void {
    const split = splitCarefully(text, this.#delimiter, this.#line, final, this.#onRecord);
    this.#line = split.line;
    this.#withinLongLine = split.withinLongLine;
    this.#carried = text.slice(split.consumed);
  }

  /** Passes over the rest of an over-long line; undefined while its end has not come. */
  #skipLine(text: string, final: boolean): number | undefined {
    const end = lineEnd(text, 0);
    const next = afterLineEnd(text, end, final);
    if (next === undefined) {
      this.#carried = text.slice(end);
      return undefined;
    }
    this.#withinLongLine = false;
    this.#line++;
    return next;
  }

  /** Splits the complete records by papaparse; false, with nothing done, where it cannot be trusted with them. */
  #splitPlainly(text: string): boolean {
    const quoted = text.includes('"');
    const returns = text.includes('\r');
    if ((returns && LONE_CR.test(text)) || (quoted && ODD_QUOTE.test(text))) return false;
    const { data, errors, meta } = parseCompleteRows(text, this.#delimiter);
    // An error of the row after the last is that of the unfinished one.
    if (errors.some(({ row }) => (row ?? 0) < data.length)) return false;
    for (const cells of data) {
      const last = cells.length - 1;
      const cell = cells[last] ?? '';
      if (returns && cell.endsWith('\r')) cells[last] = cell.slice(0, -1);
      if (last > 0 || cells[0] !== '') this.#onRecord(cells, this.#line, false);
      this.#line += quoted ? breaksIn(cells) + 1 : 1;
    }
    this.#carried = text.slice(meta.cursor);
    return true;
  }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n')) breaks += countBreaks(cell);
  return breaks;
}
