/** The text of one record of a JSON file, and the line on which it starts. */
export interface JsonPiece {
  readonly line: number;
  readonly text: string;
}

/** A JSON file cut into the texts of its records. */
export interface JsonPieces {
  readonly array: boolean;
  readonly pieces: readonly JsonPiece[];
}

const WHITE_SPACE = ' \t\r\n';

/** Cuts a text into lines, or where it begins with `[` into the elements of the array and the lines behind it. */
export function jsonPieces(text: string): JsonPieces {
  const start = text.search(/[^ \t\r\n]/);
  const array = text[start] === '[';
  const found: { readonly at: number; readonly text: string }[] = [];
  let at = array ? start + 1 : 0;
  while (array && at < text.length) {
    if (text[at] === ']') break;
    if (text[at] === ',' || isWhite(text[at])) {
      at += 1;
      continue;
    }
    const end = endOfElement(text, at);
    // What is left of an array that is never closed ends with what is written.
    found.push({ at, text: text.slice(at, end).trimEnd() });
    at = end;
  }
  if (array) at += 1;
  while (at < text.length) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end);
    if (/[^ \t\r]/.test(line)) found.push({ at, text: line.replace(/\r$/, '') });
    at = end + 1;
  }
  return { array, pieces: numbered(text, found) };
}

/** Of several records that start on one line the later ones count on. */
function numbered(
  text: string,
  found: readonly { readonly at: number; readonly text: string }[],
): readonly JsonPiece[] {
  let [last, physical, counted] = [0, 1, 0];
  return found.map(({ at, text: piece }) => {
    physical += text.slice(counted, at).split('\n').length - 1;
    counted = at;
    last = Math.max(physical, last + 1);
    return { line: last, text: piece };
  });
}

/** Where an element ends: behind its last bracket, else before what separates it; the end of the text if never. */
function endOfElement(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (depth === 0 && at > start && (isWhite(character) || character === ',' || character === ']'))
      return at;
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return text.length;
}

/** The closing quote of a string, or the last place of its line where nothing closes it. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\n') return at - 1;
    if (text[at] === '"') return at;
    if (text[at] === '\\' && text[at + 1] !== '\n') at += 1;
  }
  return text.length;
}

function isWhite(character: string | undefined): boolean {
  return character !== undefined && WHITE_SPACE.includes(character);
}
