import { readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  files: z.array(z.object({ name: z.string(), rows: z.number().nullish() })),
});
const NEWLINE = 0x0a;

/** Rows of each file that a run of Muster wrote, as its manifest has them. */
export function manifestRows(out: string): ReadonlyMap<string, number> {
  const { files } = manifestSchema.parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')));
  return new Map(files.flatMap(({ name, rows }) => (typeof rows === 'number' ? [[name, rows]] : [])));
}

/** Rows of each file in a folder: its lines without the header. */
export async function countedRows(out: string): Promise<ReadonlyMap<string, number>> {
  const rows = new Map<string, number>();
  for (const name of readdirSync(out)) rows.set(name, (await lines(join(out, name))) - 1);
  return rows;
}

/** Throws where a peer wrote a file that Muster did not write, or one with another number of rows. */
export function mustAgree(
  peer: string,
  theirs: ReadonlyMap<string, number>,
  ours: ReadonlyMap<string, number>,
): void {
  if (theirs.size === 0) throw new Error(`${peer} wrote nothing.`);
  for (const [name, rows] of theirs) {
    if (ours.get(name) === rows) continue;
    throw new Error(`${peer} wrote ${rows} rows of ${name}, muster ${ours.get(name) ?? 'none'}.`);
  }
}

async function lines(path: string): Promise<number> {
  const file = await open(path);
  let found = 0;
  for await (const chunk of file.createReadStream()) {
    for (const byte of chunk as Buffer) if (byte === NEWLINE) found += 1;
  }
  return found;
}
