import { KEPT_UNITS, MOST_UNITS } from '../ingest/split-carefully.ts';

/** A record of a JSON file as it is to be found: where it stands and its text, or the beginning of one that is too long. */
export interface ExpectedJson {
  readonly line: number;
  readonly text: string;
  /** Whether it may be valid: it is not too long, and ends before the text does. */
  readonly whole: boolean;
}

const SEPARATORS = /[ \t\r\n,]*/y;
/** A string, with its quote or up to the end of its line; brackets; anything else. */
const TOKEN = /"(?:[^"\\\n]|\\[^\n])*(?:"|\\)?|[{[]|[}\]]|[^"{}[\]]+/y;
const SCALAR = /(?:[^{["\s,\]]|[^\S \t\r\n])(?:[^{["\s,\]]|[^\S \t\r\n])*/y;

/** Splits the text of a JSON file as a whole, by regular expressions: what the splitter is held against. */
export function splitJsonByPattern(text: string): readonly ExpectedJson[] {
  const records: ExpectedJson[] = [];
  const add = (start: number, end: number, kept: number, whole = true) => {
    const line = text.slice(0, start).split('\n').length;
    const isLong = end - start > MOST_UNITS;
    records.push({
      line: Math.max(line, (records.at(-1)?.line ?? 0) + 1),
      text: text.slice(start, isLong ? start + KEPT_UNITS : kept),
      whole: whole && !isLong,
    });
  };
  let at = 0;
  const opening = text.match(/^[ \t\r\n]*\[/);
  if (opening) {
    at = opening[0].length;
    for (;;) {
      at = endOf(SEPARATORS, text, at);
      if (at === text.length) return records;
      if (text[at] === ']') break;
      const [end, closed] = elementEnd(text, at);
      const kept = closed ? end : at + text.slice(at).trimEnd().length;
      add(at, end, kept, closed);
      at = end;
    }
    at++;
  }
  for (const line of text.slice(at).split('\n')) {
    const end = at + line.length;
    if (/[^ \t\r]/.test(line)) add(at, end, line.endsWith('\r') ? end - 1 : end);
    at = end + 1;
  }
  return records;
}

function elementEnd(text: string, start: number): readonly [end: number, closed: boolean] {
  if (text[start] !== '"' && text[start] !== '{' && text[start] !== '[') {
    const end = endOf(SCALAR, text, start);
    return [end, end < text.length];
  }
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const end = endOf(TOKEN, text, at);
    const first = text[at];
    if (first === '{' || first === '[') depth++;
    if (first === '}' || first === ']') depth--;
    const open = first === '"' && end === text.length && !/^"(?:[^"\\]|\\.)*"$/s.test(text.slice(at, end));
    if (depth === 0 && !open) return [end, true];
    at = end;
  }
  return [text.length, false];
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return at + (match?.[0].length ?? 0);
}
