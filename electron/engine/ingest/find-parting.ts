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

/**
 * Throws a Failure where other code has counted other records than were read; it names the last line after which both still agree.
 * `splitterFor` makes a splitter that says of each record that there is one.
 */
export async function refuseParting(
  file: InputContent,
  encoding: EncodingFinding,
  { read, counted }: { readonly read: number; readonly counted: number },
  splitterFor: (onRecord: () => void) => Splitter,
  counter: Counter,
): Promise<void> {
  if (counted === read) return;
  const line = await findParting(file, encoding, splitterFor, counter);
  throw new Failure(
    `${file.path}: ${read} records were read, but its bytes hold ${counted}; they part after line ${line}.`,
    'Nothing was loaded. Look at that place in the file, and please report it: this must not happen.',
  );
}

async function findParting(
  file: InputContent,
  { encoding, markBytes }: EncodingFinding,
  splitterFor: (onRecord: () => void) => Splitter,
  counter: Counter,
): Promise<number> {
  let [agreedLine, split] = [1, 0];
  const splitter = splitterFor(() => {
    split++;
  });
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of skipBytes(
    file.content(() => {}),
    markBytes,
  )) {
    counter.push(chunk);
    splitter.push(decoder.decode(chunk, { stream: true }));
    if (counter.records === split) agreedLine = splitter.line;
  }
  return agreedLine;
}
