import { type Line, record } from '../csv.ts';
import { type Random, shuffled } from '../random.ts';

/** Something that can be wrong with a record: what becomes of its cells, one entry a spoilt record. */
export type Fault = (cells: readonly string[]) => Line;

/** The record with other text in one column. */
export function replaced(cells: readonly string[], column: number, text: string): readonly string[] {
  return cells.map((cell, index) => (index === column ? text : cell));
}

/** One fault for each text: the column holds that text. */
export function wrong(column: number, ...texts: readonly string[]): readonly Fault[] {
  return texts.map(
    (text): Fault =>
      (cells) =>
        replaced(cells, column, text),
  );
}

/** The column is empty, in so many records. */
export function missing(column: number, times: number): readonly Fault[] {
  return wrong(column, ...Array.from({ length: times }, () => ''));
}

/** Several columns are wrong at once. */
export function several(texts: Readonly<Record<number, string>>): Fault {
  return (cells) => cells.map((cell, index) => texts[index] ?? cell);
}

/** The record stops before its last columns. */
export function cutOff(left: number): Fault {
  return (cells) => cells.slice(0, left);
}

/** The record has more cells than the header. */
export function extra(...texts: readonly string[]): Fault {
  return (cells) => [...cells, ...texts];
}

/** A cell opens with a quote that nothing closes. */
export function unclosedQuote(column: number, delimiter = ','): Fault {
  return (cells) =>
    cells
      .map((text, index) => {
        const bare = text.replace(/["\n]/g, '').replaceAll(delimiter, ' ');
        return index === column ? `"${bare}` : bare;
      })
      .join(delimiter);
}

/** A quoted cell goes on after its closing quote. */
export function textAfterQuote(column: number, delimiter = ','): Fault {
  return (cells) =>
    cells
      .map((text, index) =>
        index === column ? `"${text.replace(/["\n]/g, '')}" (sic)` : record([text], delimiter),
      )
      .join(delimiter);
}

/** Spoils one record for each fault, every one another record, and leaves the others as they are. */
export function spoil(
  rows: readonly (readonly string[])[],
  faults: readonly Fault[],
  random: Random,
): readonly Line[] {
  const lines: Line[] = [...rows];
  const places = shuffled([...rows.keys()], random);
  for (const [index, fault] of faults.entries()) {
    const place = places[index];
    const row = place === undefined ? undefined : rows[place];
    if (place !== undefined && row) lines[place] = fault(row);
  }
  return lines;
}

/** Puts lines among others, evenly spread and in their order. */
export function spread(lines: readonly Line[], guests: readonly Line[]): readonly Line[] {
  const step = lines.length / (guests.length + 1);
  let taken = 0;
  const merged = guests.flatMap((guest, index) => {
    const until = Math.round(step * (index + 1));
    const before = lines.slice(taken, until);
    taken = until;
    return [...before, guest];
  });
  return [...merged, ...lines.slice(taken)];
}
