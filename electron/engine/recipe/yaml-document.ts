import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { failureAt, type Place } from './place.ts';

/** Where a value stands in a document: keys and indexes. */
export type YamlPath = readonly PropertyKey[];

/** A scalar in the text of its file. */
export interface WrittenScalar {
  readonly style: Scalar.Type | undefined;
  readonly start: number;
  readonly end: number;
}

/** A YAML document whose values are known with their lines. */
export interface YamlDocument {
  readonly value: unknown;
  /** The place of a value, or of the innermost value around it that exists. */
  at(path: YamlPath): Place;
  /** The place of a key within a map. */
  atKey(path: YamlPath): Place;
  /** Where in the file a scalar is written, and how: plain, in quotation marks or as a block; undefined where none is. */
  scalarAt(path: YamlPath): WrittenScalar | undefined;
  /** A scalar as it is written: `007` and `0.10` stay as they are. */
  textAt(path: YamlPath): string | undefined;
}

/** Far more than a recipe has: what is longer is no recipe, and reading it would take long. */
const MOST_CHARACTERS = 1_000_000;

/** Reads one YAML document; throws a Failure with file and line where it is none. */
export function readYaml(file: string, text: string): YamlDocument {
  if (text.length > MOST_CHARACTERS) {
    throw failureAt({ file, line: 1 }, 'the file is longer than 1 million characters.', 'Check what it is.');
  }
  const lines = new LineCounter();
  const place = (offset: number): Place => ({ file, line: Math.max(1, lines.linePos(offset).line) });
  const document = parse(file, text, lines);
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw explainFault(fault.code, fault.message, text.slice(fault.pos[0]), place(fault.pos[0]));
  visit(document, {
    Pair(_, { key }) {
      if (keyText(key) !== '__proto__') return;
      throw failureAt(place(startOf(key)), 'no key can be called __proto__.', 'Remove it.');
    },
  });
  const find = (path: YamlPath) => walk(document, path);
  return {
    value: plainValue(document, { file, line: 1 }),
    at: (path) => place(find(path).start),
    atKey: (path) => place(find(path).keyStart),
    scalarAt(path) {
      const { node } = find(path);
      if (!isScalar(node) || !node.range) return undefined;
      const [start, end] = node.range;
      return { style: node.type, start, end };
    },
    textAt(path) {
      const { node } = find(path);
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

function parse(file: string, text: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    // The parser recurses: thousands of brackets overflow its stack.
    if (!(error instanceof RangeError)) throw error;
    throw failureAt({ file, line: 1 }, 'the file is nested too deeply.', 'Check what it is.');
  }
}

function explainFault(code: string, message: string, text: string, place: Place) {
  if (code === 'DUPLICATE_KEY') {
    const key = /^[\w-]*/.exec(text)?.[0] ?? '';
    return failureAt(place, `the key${key && ` "${key}"`} stands twice in one map.`, 'Remove one of them.');
  }
  return failureAt(
    place,
    `the file is no valid YAML: ${message.replace(/[.;\s]*$/, '.')}`,
    'Correct this line.',
  );
}

function plainValue(document: Document.Parsed, place: Place): unknown {
  try {
    // The limit keeps a few lines of nested aliases from growing into gigabytes.
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/[.;\s]*$/, '.') : '';
    throw failureAt(place, `the aliases of the file cannot be resolved: ${message}`, 'Write the values out.');
  }
}

interface Found {
  readonly node: unknown;
  readonly start: number;
  readonly keyStart: number;
}

function walk(document: Document.Parsed, path: YamlPath): Found {
  let found: Found = { node: document.contents, start: startOf(document.contents), keyStart: 0 };
  for (const step of path) {
    const { node, start } = found;
    const nowhere = { node: undefined, start, keyStart: start };
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === String(step));
      if (!pair) return nowhere;
      const keyStart = startOf(pair.key);
      found = { node: resolved(pair.value, document), start: valueStart(pair, keyStart), keyStart };
    } else if (isSeq(node) && typeof step === 'number' && step in node.items) {
      const itemStart = startOf(node.items[step]);
      found = { node: resolved(node.items[step], document), start: itemStart, keyStart: itemStart };
    } else {
      return nowhere;
    }
  }
  return found;
}

function resolved(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** A map or a list below its key counts from the key's line: there a reader looks for it. */
function valueStart(pair: Pair, keyStart: number): number {
  return isScalar(pair.value) && pair.value.source ? startOf(pair.value) : keyStart;
}

function startOf(node: unknown): number {
  return node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : 0;
}
