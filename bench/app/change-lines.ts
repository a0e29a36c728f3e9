import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

/** Writes a file anew with each of its lines changed; the header has number 0. */
export async function changeLines(
  from: string,
  to: string,
  change: (line: string, number: number) => string,
): Promise<void> {
  const lines = createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY });
  async function* changed(): AsyncIterable<string> {
    let number = 0;
    for await (const line of lines) yield `${change(line, number++)}\n`;
  }
  await pipeline(changed, createWriteStream(to));
}
