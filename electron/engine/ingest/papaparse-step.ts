import Papa, { type ParseConfig, type ParseError } from 'papaparse';

interface LowLevelResult {
  readonly data: string[][];
  readonly errors: readonly ParseError[];
  readonly meta: { readonly cursor: number };
}

interface LowLevelParser {
  parse(text: string, baseIndex: number, ignoreLastRow: boolean): LowLevelResult;
}

// The types of papaparse declare the low-level parser, but not that it can be constructed.
const Parser = Papa.Parser as unknown as new (config: ParseConfig) => LowLevelParser;

/** Parses the complete rows of a text by papaparse: its rows, its errors and how far it came. */
export function parseCompleteRows(text: string, delimiter: string): LowLevelResult {
  return new Parser({ delimiter, newline: '\n', quoteChar: '"' }).parse(text, 0, true);
}
