import { RecordCounter } from './count-records.ts';
import type { Delimiter } from './delimiter.ts';
import { type EncodingFinding, skipBytes } from './encoding.ts';
import type { InputContent } from './input-file.ts';
import { RecordSplitter } from './split-records.ts';

/** The last line after which splitting a file and counting its records still agree. */
export async function findParting(
  file: InputContent,
  { encoding, markBytes }: EncodingFinding,
  delimiter: Delimiter,
): Promise<number> {
  let split = 0;
  let agreedLine = 1;
  const splitter = new RecordSplitter(delimiter, () => {
    split++;
  });
  const counter = new RecordCounter(delimiter, encoding);
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
