import { closeSync, openSync, writeSync } from 'node:fs';

/** What was written. */
export interface WrittenFile {
  readonly name: string;
  readonly records: number;
  readonly bytes: number;
}

const BLOCK_CHARACTERS = 1 << 18;

/** Writes a header, if there is one, and then so many records, in blocks: memory does not grow with the file. */
export function writeRecords(
  folder: string,
  name: string,
  header: string | undefined,
  records: number,
  line: (index: number) => string,
): WrittenFile {
  const file = openSync(`${folder}/${name}`, 'w');
  try {
    let bytes = 0;
    let block = header === undefined ? '' : `${header}\n`;
    const flush = (): void => {
      const encoded = Buffer.from(block);
      for (let at = 0; at < encoded.length; ) at += writeSync(file, encoded, at);
      bytes += encoded.length;
      block = '';
    };
    for (let index = 0; index < records; index += 1) {
      block += `${line(index)}\n`;
      if (block.length > BLOCK_CHARACTERS) flush();
    }
    flush();
    return { name, records, bytes };
  } finally {
    closeSync(file);
  }
}
