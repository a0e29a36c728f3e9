import { Failure } from '../failure.ts';
import { type EncodingFinding, skipBytes } from './encoding.ts';
import type { InputContent } from './input-file.ts';

/** Splits a file's text and says on which physical line it stands. */
interface Splitter {
  readonly line: number;
  push(piece: string): void;
}

/** Counts a file's records from its bytes. */
interface Counter {
  readonly records: number;
  push(chunk: Uint8Array): void;
}

/** The last line after which splitting a file and counting its records still agree; `split` says how many the splitter has found. */
export async function findParting(
  file: InputContent,
  { encoding, markBytes }: EncodingFinding,
  splitter: Splitter,
  counter: Counter,
  split: () => number,
): Promise<number> {
  let agreedLine = 1;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of skipBytes(
    file.content(() => {}),
    markBytes,
  )) {
    counter.push(chunk);
    splitter.push(decoder.decode(chunk, { stream: true }));
    if (counter.records === split()) agreedLine = splitter.line;
  }
  return agreedLine;
}

/** What is said of a file of which other code has counted other records. */
export function countsDiffer({ path }: InputContent, read: number, counted: number, line: number): Failure {
  return new Failure(
    `${path}: ${read} records were read, but its bytes hold ${counted}; they part after line ${line}.`,
    'Nothing was loaded. Look at that place in the file, and please report it: this must not happen.',
  );
}
