import { type Format, type Formats, formattedReader, listOf } from '../ingest/value-formats.ts';
import { Fault } from '../ingest/values.ts';
import type { Column } from '../recipe/recipe.ts';
import type { RejectedText } from './faulty-texts.ts';

/** Lines that are kept as examples of a class. */
const MOST_EXAMPLES = 3;

/** A line of the file and what it has in a column. */
export interface Example {
  readonly line: number;
  readonly text: string;
}

/** Faulty texts that the same formats read. */
export interface TextClass {
  /** The formats that read them; none: they are something else. */
  readonly formats: readonly Format[];
  /** Whether all of these read the same value. */
  readonly agreed: boolean;
  readonly count: number;
  /** For each format how many it would have accepted: their records have no other fault, and as it reads them they are within the column's limits. */
  readonly rescued: ReadonlyMap<Format, number>;
  /** The first of them. */
  readonly examples: readonly Example[];
}

/** A class that texts are still added to. */
interface OpenClass extends TextClass {
  count: number;
  readonly rescued: Map<Format, number>;
  examples: readonly Example[];
}

/** What the rejected records of a file have in a column. */
export interface FormatTally {
  readonly classes: readonly TextClass[];
  /** Faulty texts in all. */
  readonly total: number;
  /** Texts that are read as they are, in records that were rejected for something else. */
  readonly sound: number;
  /** The first of these. */
  readonly firstSound: Example | undefined;
}

/** Sorts texts by the formats that read them, in one pass: kept are a few figures and examples for each class, however many texts there are. */
export function tallyFormats(
  { type }: Column,
  formats: readonly Format[],
  present: Formats | undefined,
  texts: Iterable<RejectedText>,
): FormatTally {
  // Whether a text is a date or a number is one question, whether that is within the column's limits another.
  const unlimited = { kind: type.kind } as Column['type'];
  const readers = formats.map((format) => ({
    format,
    read: formattedReader(unlimited, format),
    accept: formattedReader(type, format),
  }));
  const now = formattedReader(unlimited, present);
  const classes = new Map<string, OpenClass>();
  let [total, sound] = [0, 0];
  let firstSound: Example | undefined;
  for (const { line, text, faulty, alone } of texts) {
    if (!faulty) {
      if (now(text) instanceof Fault) continue;
      sound++;
      firstSound ??= { line, text };
      continue;
    }
    total++;
    const able: Format[] = [];
    let value: unknown;
    const within: Format[] = [];
    let agreed = true;
    for (const { format, read, accept } of readers) {
      const result = read(text);
      if (result instanceof Fault) continue;
      if (able.length > 0 && result !== value) agreed = false;
      if (alone && !(accept(text) instanceof Fault)) within.push(format);
      value = result;
      able.push(format);
    }
    const key = `${able.join(' ')} ${agreed}`;
    let found = classes.get(key);
    if (!found) {
      found = { formats: able, agreed, count: 0, rescued: new Map(), examples: [] };
      classes.set(key, found);
    }
    found.count++;
    for (const format of within) found.rescued.set(format, (found.rescued.get(format) ?? 0) + 1);
    if (found.examples.length < MOST_EXAMPLES) found.examples = [...found.examples, { line, text }];
  }
  return { classes: [...classes.values()], total, sound, firstSound };
}

/** Whether one or several formats together read the texts of a class. */
export function isRead({ formats, agreed }: TextClass, by: Formats): boolean {
  const able = listOf(by).filter((format) => formats.includes(format));
  return able.length > 0 && (able.length === 1 || agreed);
}

/** How many texts classes have together. */
export function countOf(classes: readonly TextClass[]): number {
  return classes.reduce((sum, { count }) => sum + count, 0);
}

/** How many texts of classes one or several formats together would have accepted. */
export function rescuedBy(classes: readonly TextClass[], by: Formats): number {
  return classes.reduce((sum, each) => {
    const format = isRead(each, by) ? listOf(by).find((able) => each.formats.includes(able)) : undefined;
    return sum + ((format && each.rescued.get(format)) ?? 0);
  }, 0);
}
